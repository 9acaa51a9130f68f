"""Articles to claims: what one article says of one event, with the names and the date made out."""

from timeline.assembly.unread_words import undated
from timeline.dates import When, parse, resolve, wording
from timeline.model.article import Article, DateWords, EventHead, Passage, Stated
from timeline.model.diagnostics import MAX_OF_FILE, Diagnostic
from timeline.model.entry import Claim, DatedBy, Figure
from timeline.model.names import Name, NameKind
from timeline.reading.vocabulary import Vocabulary


def collect_claims(article: Article, vocabulary: Vocabulary) -> tuple[list[Claim], list[Diagnostic]]:
    """All claims of an article, by event. A claim without a passage or a date is a problem and left out."""
    claims: list[Claim] = []
    problems: list[Diagnostic] = []
    for head in _heads(article):
        passages = tuple(passage for passage in article.passages if head.id in passage.events)
        words = tuple(words for passage in article.passages for words in passage.words if head.id in words.events)
        names, figures = _names(head, vocabulary, problems), _figures(head, vocabulary, problems)
        dated = _when(article, head, passages, words, problems)
        if passages and dated:
            claims.append(Claim(head.id, article, head, passages, words, *dated, names, figures))
    return claims, problems


def read_words(words: DateWords, article: Article) -> When | None:
    """What date words mean in their article: `edtf=` if stated, else read against the publication date, else None."""
    if words.edtf:
        return words.edtf
    around = next(passage.text for passage in article.passages if words in passage.words)
    found = resolve(words.text, article.published_edtf, around, article.language)
    return parse(found) if found else None


def _heads(article: Article) -> list[EventHead]:
    """The events of an article: those of its head, then those that only its passages name."""
    stated = {head.id: head for head in article.events}
    for passage in article.passages:
        for event in passage.events:
            stated.setdefault(event, EventHead(event, passage.at))
    return list(stated.values())


def _names(head: EventHead, vocabulary: Vocabulary, problems: list[Diagnostic]) -> tuple[Name, ...]:
    found: dict[Name, None] = {}
    for facet, names in head.names:
        for written in names:
            name = _find(facet, written, vocabulary, problems)
            if name:
                found[name] = None
    return tuple(found)


def _figures(head: EventHead, vocabulary: Vocabulary, problems: list[Diagnostic]) -> tuple[Figure, ...]:
    figures = []
    for name, value in head.claims:
        found = _find(NameKind.CLAIMS, name, vocabulary, problems)
        if found:
            figures.append(Figure(found, value.value, value.at))
    return tuple(figures)


def _find(kind: NameKind, written: Stated, vocabulary: Vocabulary, problems: list[Diagnostic]) -> Name | None:
    """A name of the vocabulary. What it could be instead is not looked for where no more problems of the file are printed."""
    found = vocabulary.find(kind, written, is_compared=len(problems) < MAX_OF_FILE)
    if isinstance(found, Name):
        return found
    problems.append(found)
    return None


def _when(
    article: Article, head: EventHead, passages: tuple[Passage, ...], words: tuple[DateWords, ...], problems: list[Diagnostic]
) -> tuple[When, DatedBy] | None:
    """The date that an article gives for an event, and how it was found; or None, and why."""
    if head.when:
        return head.when.value, DatedBy.STATED
    read = {part: value for part in words if (value := read_words(part, article))}
    narrowest = min(read.values(), key=lambda value: value.narrow_key, default=None)
    if narrowest is None:
        if passages and article.marks_read and article.dates_read:  # else what dates it may be what could not be read
            problems.append(undated(article, head, passages[0], words))
        return None
    for part, value in read.items():
        if value.disjoint(narrowest):
            message = f"“{part.text}” means {wording(value)}, other words for {head.id} mean {wording(narrowest)}"
            problems.append(
                Diagnostic("D604", part.at, message, f"mark the words that date {head.id}, or state `when` in the head")
            )
            return None
    return narrowest, DatedBy.EDTF if any(part.edtf == narrowest for part in read) else DatedBy.WORDS
