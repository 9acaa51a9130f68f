"""Write the events of a chronology as pages of TimelineJS and vis-timeline, as their documentation says."""

import json
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

from timeline.dates import Part
from timeline.model.chronology import Chronology
from timeline.model.entry import Entry

TIMELINEJS, VIS = "@knight-lab/timelinejs@3.9.11", "vis-timeline@8.5.4"

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="{style}">
</head><body style="margin:0"><div id="timeline" style="width:100%; height:800px"></div>
<script src="{script}"></script>
<script>{start}</script></body></html>
"""
_START_TIMELINEJS = 'window.timeline = new TL.Timeline("timeline", "events.json");'
_START_VIS = """fetch("events.json").then(answer => answer.json()).then(events => {
  window.timeline = new vis.Timeline(document.getElementById("timeline"), new vis.DataSet(events), {});
});"""


def fetch_packages(folder: Path) -> dict[str, Path]:
    """Fetch the two packages from the npm registry and unpack them below `folder`; their paths by name and version."""
    found = {}
    for spec in (TIMELINEJS, VIS):
        target = folder / spec.rpartition("@")[0].rpartition("/")[2]
        if not (target / "package").is_dir():
            target.mkdir(parents=True, exist_ok=True)
            subprocess.run(["npm", "pack", "--silent", spec], cwd=target, check=True, capture_output=True)
            (archive,) = target.glob("*.tgz")
            with tarfile.open(archive) as packed:
                packed.extractall(target, filter="data")
        found[spec] = target / "package"
    return found


def write_timelinejs(chronology: Chronology, package: Path, out: Path) -> None:
    """Write a page of TimelineJS with its default options into the folder `out`."""
    shutil.copytree(package / "dist", out / "dist", dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.map"))
    events = [_timelinejs_event(entry) for entry in chronology.entries]
    _write(out, "TimelineJS", "dist/css/timeline.css", "dist/js/timeline.js", _START_TIMELINEJS, {"events": events})


def write_vis(chronology: Chronology, package: Path, out: Path) -> None:
    """Write a page of vis-timeline with its default options, from its standalone build, into the folder `out`."""
    (out / "dist").mkdir(parents=True, exist_ok=True)
    for file in ("standalone/umd/vis-timeline-graph2d.min.js", "styles/vis-timeline-graph2d.min.css"):
        shutil.copy(package / file, out / "dist")
    events = [_vis_event(entry) for entry in chronology.entries]
    style, script = "dist/vis-timeline-graph2d.min.css", "dist/vis-timeline-graph2d.min.js"
    _write(out, "vis-timeline", style, script, _START_VIS, events)


def _write(out: Path, name: str, style: str, script: str, start: str, events: Any) -> None:
    page = _PAGE.format(name=name, style=style, script=script, start=start)
    (out / "index.html").write_text(page, encoding="utf-8")
    (out / "events.json").write_text(json.dumps(events, ensure_ascii=False), encoding="utf-8")


def _timelinejs_event(entry: Entry) -> dict[str, Any]:
    when = entry.when
    event: dict[str, Any] = {"unique_id": entry.id, "text": {"headline": entry.title, "text": entry.summary}}
    event["start_date"] = _date(when.start, last=False)
    if when.latest and when.latest != when.earliest and when.precision not in ("month", "year"):
        event["end_date"] = _date(when.end or when.start, last=True)
    return event


def _date(part: Part, *, last: bool) -> dict[str, int]:
    """A date of TimelineJS: a year, a month, a day. A season is its months. Empty for an open end."""
    day = part.latest if last else part.earliest
    if day is None:
        return {}
    known = {"year": 1, "day": 3}.get(part.precision, 2)
    return dict((("year", day.year), ("month", day.month), ("day", day.day))[:known])


def _vis_event(entry: Entry) -> dict[str, Any]:
    """A range if it is longer than a day."""
    when = entry.when
    event = {"id": entry.id, "content": entry.title, "title": entry.summary}
    if when.earliest:
        event["start"] = when.earliest.isoformat()
    if when.latest and when.latest != when.earliest:
        event["end"] = when.latest.isoformat()
    return event
