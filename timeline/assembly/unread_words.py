"""Why the date words of an article give no date, and what to do about it."""

import re
from datetime import date

from timeline.dates import date_phrases, parse, resolve, wording
from timeline.dates.english.words import WEEKDAY_NAMES
from timeline.dates.languages import DEFAULT, language_of
from timeline.model.article import Article, DateWords, EventHead, Passage
from timeline.model.diagnostics import Diagnostic

_ANY_DAY = "2022-10-13"
_LONGEST_PASSAGE = 2000  # characters that are searched for words which give a date


def undated(article: Article, head: EventHead, passage: Passage, words: tuple[DateWords, ...]) -> Diagnostic:
    """The error for an event that has neither a stated date nor words that give one."""
    if not words:
        what, at = "no date words are marked, and no date is stated", head.at
    else:
        published = f"published {wording(article.published)}" if article.published else "without a publication date"
        quoted = " and ".join(f"“{part.text}”" for part in words)
        verdict = "is not a date by itself" if len(words) == 1 else "are no dates by themselves"
        what, at = f"{quoted} in an article {published} {verdict}", words[0].at
    help = _help(article, head, passage)
    for part in words:
        if reason := _reason(article, head, passage, part):
            what, help = reason
            at = part.at
            break
    return Diagnostic("D603", at, f"no date for {head.id}: {what}", help)


def _help(article: Article, head: EventHead, passage: Passage) -> str:
    """What to state: the date of unmarked words of the passage, else a date in the year of the article."""
    read = date_phrases.find(
        passage.text,
        0,
        min(len(passage.text), _LONGEST_PASSAGE),
        lambda words: resolve(words, article.published_edtf, passage.text, article.language),
        article.language,
    )
    if found := next(read, None):
        return f"mark “{found.text}”, which is {wording(parse(found.value))}: [{found.text}]{{.when}}"
    return f"state it in the head, under events: {head.id}: when: {_example(article)}; or mark the words that give it"


def _example(article: Article) -> str:
    """A date of the article's own year, to show how one is written: its first day of publication, or the year of its folder."""
    if article.published and article.published.earliest:
        return article.published.earliest.isoformat()
    filed = re.search(r"/(\d{4})/[^/]+$", article.path)
    return filed[1] if filed else _ANY_DAY


def _reason(article: Article, head: EventHead, passage: Passage, words: DateWords) -> tuple[str, str] | None:
    """A mistake that can be named, and what to do."""
    text, published = words.text, article.published_edtf
    if day := _day_of_another_weekday(text, published, article.language):
        weekday = WEEKDAY_NAMES[day.weekday()]
        what = f"“{text}” has another weekday than that day: {wording(parse(day.isoformat()))} was a {weekday}"
        return (
            what,
            f"correct the words; if the article has this mistake, state `when` under `{head.id}:` and say so in `date_note`",
        )
    if not article.published and resolve(text, _ANY_DAY, passage.text, article.language):
        what = f"“{text}” needs the date of publication, which is not stated"
        return what, f"add `published:` to the head; or state the date, under events: {head.id}: when: {_example(article)}"
    language = article.language.partition("-")[0].lower()
    if language != DEFAULT and resolve(text, published, passage.text, DEFAULT):
        what = f"“{text}” is English, and the language of the article is `{article.language}`"
        return what, f"mark the article's own words for the date; or state it, under events: {head.id}: when: …"
    return None


def _day_of_another_weekday(text: str, published: str | None, language: str) -> date | None:
    """The day that words name if the weekday among them is left out; None where they have none, or name no day."""
    without = language_of(language).without_weekday(text)
    day = resolve(without, published, "", language) if without != text else None
    return date.fromisoformat(day) if day and re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
