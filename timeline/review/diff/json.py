"""A difference as JSON, for programs. docs/diff.md describes it; `version` grows when a reader would have to change."""

from typing import Any

from timeline.model.diagnostics import Location
from timeline.publish.json_text import document, line
from timeline.review.diff import Difference
from timeline.review.diff.changes import Change, Value
from timeline.review.diff.snapshot import Side

VERSION = 1


def as_json(difference: Difference) -> str:
    """An object with the two sides, and the changes one a line. The same for the same content."""
    members = {
        "format": "dateline-diff",
        "version": VERSION,
        "base": _side(difference.before) | {"commit": difference.before.commit or None, "left": difference.before.left},
        "current": _side(difference.after),
        "complete": difference.complete,
        "addresses_lost": difference.lost,
    }
    return document(members, "changes", (line(_change(change)) for change in difference.changes))


def _side(side: Side) -> dict[str, Any]:
    return {
        "name": side.name,
        "entries": len(side.chronology.entries),
        "articles": len(side.chronology.articles),
        "errors": [{"code": error.code, **_place(error.at), "message": error.message} for error in side.errors],
    }


def _change(change: Change) -> dict[str, Any]:
    subject = change.subject
    return {
        "kind": change.kind,
        "subject": {"type": subject.type, "id": subject.id, "title": subject.title},
        "what": change.what,
        "before": _stand(change.before),
        "after": _stand(change.after),
    }


def _stand(stand: Value | None) -> dict[str, Any] | None:
    if stand is None:
        return None
    date = {"edtf": stand.when.text, "precision": stand.when.precision} if stand.when else {}
    return {"text": stand.text, **date, "at": [_place(at) for at in stand.at]}


def _place(at: Location) -> dict[str, Any]:
    return {"path": at.path, "line": at.line}
