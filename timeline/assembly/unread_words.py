"""Why the date words of an article give no date, and what to do about it."""

import re
from datetime import date

from timeline.dates import parse, resolve, wording
from timeline.dates.english.words import WEEKDAY_NAMES
from timeline.dates.languages import DEFAULT
from timeline.model.article import Article, DateWords, EventHead, Passage
from timeline.model.diagnostics import Diagnostic

_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAY_NAMES)})\b,?\s*", re.IGNORECASE)
_ANY_DAY = "2022-10-13"


def undated(article: Article, head: EventHead, passage: Passage, words: tuple[DateWords, ...]) -> Diagnostic:
    """The error for an event that has neither a stated date nor words that give one."""
    day = article.published.earliest.isoformat() if article.published and article.published.earliest else _ANY_DAY
    help = f"state it in the head, under events: {head.id}: when: {day}; or mark the words that give it"
    if not words:
        what, at = "no date words are marked, and no date is stated", head.at
    else:
        published = f"published {wording(article.published)}" if article.published else "without a publication date"
        quoted = " and ".join(f"“{part.text}”" for part in words)
        verdict = "is not a date by itself" if len(words) == 1 else "are no dates by themselves"
        what, at = f"{quoted} in an article {published} {verdict}", words[0].at
        for part in words:
            if reason := _reason(article, head, passage, part):
                what, help = reason
                at = part.at
                break
    return Diagnostic("D603", at, f"no date for {head.id}: {what}", help)


def _reason(article: Article, head: EventHead, passage: Passage, words: DateWords) -> tuple[str, str] | None:
    """A mistake that can be named, and what to do."""
    text, published = words.text, article.published_edtf
    without = _WEEKDAY.sub("", text)
    day = resolve(without, published, passage.text, article.language) if without != text else None
    if day and re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        weekday = WEEKDAY_NAMES[date.fromisoformat(day).weekday()]
        what = f"“{text}” has another weekday than that day: {wording(parse(day))} was a {weekday}"
        return (
            what,
            f"correct the words; if the article has this mistake, state `when` under `{head.id}:` and say so in `date_note`",
        )
    if not article.published and resolve(text, _ANY_DAY, passage.text, article.language):
        what = f"“{text}” needs the date of publication, which is not stated"
        return what, f"add `published:` to the head; or state the date, under events: {head.id}: when: {_ANY_DAY}"
    language = article.language.partition("-")[0].lower()
    if language != DEFAULT and resolve(text, published, passage.text, DEFAULT):
        what = f"“{text}” is English, and the language of the article is `{article.language}`"
        return what, f"mark the article's own words for the date; or state it, under events: {head.id}: when: …"
    return None
