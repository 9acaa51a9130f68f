"""A build that remembers gives what a build from nothing gives, whatever was edited in between."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from support.examples import examples
from timeline import cache
from timeline.model.diagnostics import as_text, errors
from timeline.model.memo import Memo
from timeline.pipeline import Outcome, build
from timeline.project import load

PEOPLE = ("Ada", "Bo", "Cy")
EVENTS = ("flood", "fire", "feast", "fair")
WORDS = ("the water rose", "a roof burned", "guests came", "nobody knew why")

VOCABULARY = "publishers:\n  echo: {name: Echo}\n  post: {name: Post}\npeople:\n"
ARTICLE = """\
---
title: {title}
publisher: {publisher}
url: https://example.org/{id}
published: 2022-10-{day}
language: en
text: brief
events:
  {event}:
    title: The {event} of {day}
    people: [{person}]
    {after}
---

[In October [{day} October 2022]{{.when edtf="2022-10-{day}"}} {words}]{{event={event}}}. And more.
"""

names = st.sampled_from(["a", "b", "c", "d"])


class Edits(RuleBasedStateMachine):
    """A project that is edited and built; each build is compared with one from nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.root = self.folder / "project"
        (self.root / "content/articles/2022").mkdir(parents=True)
        self.name_people("Ada", "")
        for name, event, person in zip("abcd", (*EVENTS[:3], EVENTS[0]), (*PEOPLE, PEOPLE[0]), strict=True):
            self.write(name, event, 0, person, WORDS[0], "")
        self.memo = Memo()

    def teardown(self) -> None:
        """Removes the project."""
        shutil.rmtree(self.folder)

    def article(self, name: str) -> Path:
        """The path of an article."""
        return self.root / f"content/articles/2022/{name}.md"

    @rule(
        name=names,
        event=st.sampled_from(EVENTS),
        late=st.sampled_from([0, 0, 0, 1]),
        person=st.sampled_from([*PEOPLE, *PEOPLE, "Unknown"]),
        words=st.sampled_from(WORDS),
        earlier=st.sampled_from(["", "", "", *EVENTS]),
    )
    def write(self, name: str, event: str, late: int, person: str, words: str, earlier: str) -> None:
        """Adds an article, or changes any part of it."""
        text = ARTICLE.format(
            id=name,
            title=f"What {name} saw",
            publisher="Echo" if person == "Ada" else "Post",
            day=10 + EVENTS.index(event) + late,
            event=event,
            person=person,
            words=words,
            after=earlier and f"after: {earlier}",
        )
        self.article(name).write_text(text)

    @rule(name=names, text=st.sampled_from(["# a comment", "note: seen twice"]))
    def add_line(self, name: str, text: str) -> None:
        """Moves every place in the file, and changes little or nothing of what it says."""
        self.replace(name, "---\n", f"---\n{text}\n")

    @rule(name=names, comment=st.sampled_from(["a", "b"]))
    def comment(self, name: str, comment: str) -> None:
        """Changes a line that a message may quote, but not what it says."""
        self.replace(name, "]\n", f"] # {comment}\n")

    def replace(self, name: str, old: str, new: str) -> None:
        """Changes the first place in an article where it has a text."""
        if self.article(name).exists():
            self.article(name).write_text(self.article(name).read_text().replace(old, new, 1))

    @rule(name=names)
    def remove(self, name: str) -> None:
        """Removes an article."""
        self.article(name).unlink(missing_ok=True)

    @rule(name=names, other=names)
    def rename(self, name: str, other: str) -> None:
        """Gives an article another name, perhaps that of another."""
        if self.article(name).exists():
            self.article(name).replace(self.article(other))

    @rule(name=names)
    def damage(self, name: str) -> None:
        """Makes an article unreadable, until it is written again."""
        if self.article(name).exists():
            self.article(name).write_text("---\nevents: [\n---\n")

    @rule(person=st.sampled_from(PEOPLE), more=st.sampled_from(["", " of the Hill", " the Elder"]))
    def name_people(self, person: str, more: str) -> None:
        """Gives a person of the vocabulary another name; articles still write the short one."""
        full = "".join(f"  {one.lower()}: {{name: {one + more}, aliases: [{one}1]}}\n" for one in PEOPLE if one == person)
        others = "".join(f"  {one.lower()}: {{name: {one}}}\n" for one in PEOPLE if one != person)
        (self.root / "content/vocabulary.yml").write_text(
            VOCABULARY + full.replace(f"[{person}1]", f"[{person}]" if more else "[]") + others
        )

    @rule(data=st.data())
    def touch_output(self, data: st.DataObject) -> None:
        """Changes or removes a page that a build has written."""
        pages = sorted(path for path in (self.root / "docs").rglob("*") if path.is_file() and not path.name.startswith("."))
        if pages:
            page = data.draw(st.sampled_from(pages))
            if data.draw(st.booleans()):
                page.unlink()
            else:
                page.write_text("by hand")

    @rule()
    def restart(self) -> None:
        """Goes on in another process, with what is on disk."""
        cache.save(self.root, self.memo)
        self.memo = cache.load(self.root)

    @rule()
    def check(self) -> None:
        """Finds the problems alone, in another process, as `dateline check` does."""
        with cache.kept(self.root, only_first=True) as memo:
            found = load(self.root, memo=memo)
        expected = load(self.root)
        assert [as_text(problem) for problem in found.problems] == [as_text(problem) for problem in expected.problems]
        assert (found.entries, found.articles) == (len(expected.chronology.entries), len(expected.chronology.articles))
        assert found.chronology == expected.chronology

    @rule()
    def build(self) -> None:
        """Builds, and compares with a build from nothing."""
        outcome = build(self.root, memo=self.memo)
        fresh = self.folder / "fresh"
        shutil.copytree(self.root / "content", fresh / "content")
        expected = build(fresh)
        assert said(outcome) == said(expected)
        if not errors(outcome.project.problems):
            assert files(self.root) == files(fresh)
        shutil.rmtree(fresh)


def said(outcome: Outcome) -> list[str]:
    """All problems, as they are printed."""
    return [as_text(problem) for problem in outcome.project.problems]


def files(root: Path) -> dict[str, bytes]:
    """All that is below docs/."""
    docs = root / "docs"
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


class TestEdits(Edits.TestCase):
    """Random sequences of edits."""

    settings = settings(examples(30), stateful_step_count=20)
