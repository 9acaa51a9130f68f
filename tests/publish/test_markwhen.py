"""chronology.mw, read by markwhen's own parser."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from support.npm import need_package
from support.paths import ROOT
from support.records import HOSTILE, SITE, a_chronology, an_entry
from timeline.model.chronology import Chronology, Site
from timeline.project import load
from timeline.publish.escape import plain
from timeline.publish.exports import export_files

# Reads a list of documents; writes of each its header, what the parser says, and from, to and first line of each event.
READER = """
const { parse, iter, isEvent, toDateRange } = require("@markwhen/parser");
const { readFileSync } = require("node:fs");
const told = JSON.parse(readFileSync(0, "utf8")).map((text) => {
  const read = parse(text), events = [];
  for (const { eventy } of iter(read.events)) {
    if (eventy === read.events) continue;
    if (!isEvent(eventy)) { events.push({ title: "a section" }); continue; }
    const range = toDateRange(eventy.dateRangeIso);
    events.push({ from: range.fromDateTime.toUTC().toISO(), to: range.toDateTime.toUTC().toISO(),
                  title: eventy.firstLine.restTrimmed, properties: eventy.propOrder });
  }
  return { header: read.header, messages: read.parseMessages, events };
});
console.log(JSON.stringify(told));
"""


@pytest.fixture(scope="module")
def parser(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder from which node finds markwhen's parser."""
    folder = tmp_path_factory.mktemp("markwhen")
    need_package("@markwhen/parser", "1.2.0", folder)
    (folder / "read.cjs").write_text(READER, encoding="utf-8")
    return folder


def read(parser: Path, chronology: Chronology, *sites: Site) -> list[dict]:
    """What the parser finds in the file of the chronology for each site."""
    return found_in(parser, [text_of(chronology, site) for site in sites or [SITE]])


def read_each(parser: Path, *chronologies: Chronology) -> list[dict]:
    """What the parser finds in the file of each chronology."""
    return found_in(parser, [text_of(chronology, SITE) for chronology in chronologies])


def text_of(chronology: Chronology, site: Site) -> str:
    return dict(export_files(chronology, site))["timeline/chronology.mw"]


def found_in(parser: Path, texts: list[str]) -> list[dict]:
    command = [shutil.which("node"), "read.cjs"]
    done = subprocess.run(command, cwd=parser, input=json.dumps(texts), capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [one["messages"] for one in found] == [[] for _ in texts]
    return found


def test_our_own_chronology(parser: Path) -> None:
    chronology = load(ROOT).chronology
    (found,) = read(parser, chronology, Site("Kherson, 2022", "About it: all", SITE.url))
    assert (found["header"]["title"], found["header"]["description"]) == ("Kherson, 2022", "About it: all")
    assert len(found["events"]) == len(chronology.entries)
    titles = [event["title"] for event in found["events"]]
    assert all(title.endswith(entry.title) for title, entry in zip(titles, chronology.entries, strict=True))


DAYS = {  # of each date the first day, and the one after its last
    "2022-10-13": ("2022-10-13", "2022-10-14"),
    "2022-10": ("2022-10-01", "2022-11-01"),
    "2022": ("2022-01-01", "2023-01-01"),
    "2022-24": ("2022-12-01", "2023-03-01"),
    "2022-36": ("2022-10-01", "2023-01-01"),
    "199X": ("1990-01-01", "2000-01-01"),
    "18XX": ("1800-01-01", "1900-01-01"),
    "2022-09-23/2022-09-27": ("2022-09-23", "2022-09-28"),
    "2022-09/2022-11-05": ("2022-09-01", "2022-11-06"),
    "2022-10/..": ("2022-10-01", "2022-11-01"),
}


def test_a_date_is_as_long_as_it_is_imprecise(parser: Path) -> None:
    found = read_each(parser, *(a_chronology(an_entry(when=when)) for when in DAYS))
    events = [event for one in found for event in one["events"]]
    for when, event in zip(DAYS, events, strict=True):
        assert (event["from"], event["to"]) == tuple(f"{day}T00:00:00.000Z" for day in DAYS[when]), when


def test_a_time_is_the_same_moment(parser: Path) -> None:
    (event,) = read(parser, a_chronology(an_entry(when="2022-10-13T01:00+03:00")))[0]["events"]
    assert event["from"] == "2022-10-12T22:00:00.000Z"


def test_hostile_text_makes_no_event_of_its_own(parser: Path) -> None:
    entries = [an_entry(f"e-{n}", f"{2000 + n}", title=text, summary=text) for n, text in enumerate(HOSTILE)]
    found = read(parser, a_chronology(*entries), *(Site(text, text, SITE.url) for text in HOSTILE))
    assert [one["header"]["title"] for one in found] == [plain(text) for text in HOSTILE]
    for one in found:
        titles = [event["title"].replace("\u2060", "") for event in one["events"]]  # keeps words from being taken for tags
        assert titles == [plain(text) for text in HOSTILE]
        assert [event["properties"] for event in one["events"]] == [[]] * len(HOSTILE)
