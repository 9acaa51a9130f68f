"""D605, D606: a stated date against the words that date the event.

`when:` says what the article gives; the marked words say it too. If both are the same days, all is well. If one contains
the other, or they share some days, D605 notes it: often the narrower of the two is meant. If they exclude each other,
D606 is an error, for one of them is wrong; where the article itself is mistaken, or the words need an explanation,
`date_note` gives it to the readers. Words that are no date by themselves ("just", words in another language) are left alone.
"""

from collections.abc import Iterator

from timeline.claims import read_words
from timeline.dates import When, wording
from timeline.diagnostics import Diagnostic
from timeline.model import Chronology, Claim, DateWords


def check(chronology: Chronology) -> Iterator[Diagnostic]:
    for claim in chronology.claims:
        if claim.head.when and not claim.head.date_note:
            for words in claim.words:
                meant = read_words(words, claim.article)
                if meant and not (meant.contains(claim.when) and claim.when.contains(meant)):
                    yield _differ(claim, words, meant)


def _differ(claim: Claim, words: DateWords, meant: When) -> Diagnostic:
    at, stated = claim.head.when.at, claim.when
    published = f", published {wording(claim.article.published)}," if claim.article.published else ""
    told = f"“{words.text}”{published} means {wording(meant)}"
    if stated.disjoint(meant):
        way_out = "correct `when`, or mark other words, or say in `date_note` why they differ"
        return Diagnostic("D606", at, f"{wording(stated)} is stated, but {told}", way_out)
    verdict = (
        "the words are narrower"
        if stated.contains(meant)
        else "the stated date is narrower"
        if meant.contains(stated)
        else "they overlap"
    )
    return Diagnostic(
        "D605",
        at,
        f"{wording(stated)} is stated, {told}: {verdict}",
        "leave `when` out if the words say it; `date_note` explains a difference",
        "note",
    )
