"""D605: a stated date that is not quite what the words say

The head states `when`, and marked words date the event too. The two dates have days in common, but are not the same:
one is narrower, or they overlap. This is a note and stops nothing, but often the narrower date is meant. Words that
are not a date by themselves (“recently”, words in a language that is not read) are not compared.

What to do: remove `when` if the words are right. To keep it, explain the difference to readers in `date_note`; then
the note is no longer given.

Wrong:

    ---
    title: Saldo urges residents to leave
    publisher: Reuters
    url: https://example.org/saldo
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
        when: 2022
    ---

    [Saldo spoke [on 5 May 2022]{.when}]{event=appeal}.

Says:

    content/articles/2022/saldo.md:10:11: D605 note: 2022 is stated, “on 5 May 2022” means 5 May 2022: the words are narrower
            when: 2022
                  ^
    help: remove `when` if the words are right, or explain the difference in `date_note`

Right:

    ---
    title: Saldo urges residents to leave
    publisher: Reuters
    url: https://example.org/saldo
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
    ---

    [Saldo spoke [on 5 May 2022]{.when}]{event=appeal}.

D606: a stated date that the words exclude

`when` states one date, and the words that are marked as dating the event mean another, without a day in common. One
of them is wrong: a mistyped date, a wrong date of publication, or words that date something else.

What to do: correct `when` or `published`, or mark other words. If the article itself is wrong, explain that in
`date_note`: readers see it, and the two dates may differ.

Wrong:

    ---
    title: Saldo urges residents to leave
    publisher: Reuters
    url: https://example.org/saldo
    published: 2022-05-05
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
        when: 2022-05-06
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}.

Says:

    content/articles/2022/saldo.md:11:11: D606 6 May 2022 is stated, but “on Thursday”, published 5 May 2022, means 5 May 2022
            when: 2022-05-06
                  ^
    help: correct `when`, or mark other words, or say in `date_note` why they differ

Right:

    ---
    title: Saldo urges residents to leave
    publisher: Reuters
    url: https://example.org/saldo
    published: 2022-05-05
    language: en
    text: brief
    events:
      appeal:
        title: Saldo appeals to residents
        when: 2022-05-05
    ---

    [Saldo spoke [on Thursday]{.when}]{event=appeal}.
"""

from collections.abc import Iterable, Iterator

from timeline.assembly.claims import read_words
from timeline.dates import When, wording
from timeline.model.article import Article, DateWords, StatedDate
from timeline.model.diagnostics import Diagnostic, Severity
from timeline.model.entry import Claim


def check_article(article: Article, claims: Iterable[Claim]) -> Iterator[Diagnostic]:
    """A problem for each stated date that the marked words of its passage contradict or do not say as exactly."""
    for claim in claims:
        if claim.head.when and not claim.head.date_note:
            for words in claim.words:
                meant = read_words(words, article)
                if meant and not (meant.contains(claim.when) and claim.when.contains(meant)):
                    yield _difference(claim, claim.head.when, words, meant)


def _difference(claim: Claim, head: StatedDate, words: DateWords, meant: When) -> Diagnostic:
    at, stated = head.at, head.value
    published = f", published {wording(claim.article.published)}," if claim.article.published else ""
    reading = f"“{words.text}”{published} means {wording(meant)}"
    if stated.disjoint(meant):
        help = "correct `when`, or mark other words, or say in `date_note` why they differ"
        return Diagnostic("D606", at, f"{wording(stated)} is stated, but {reading}", help)
    return Diagnostic(
        "D605",
        at,
        f"{wording(stated)} is stated, {reading}: {_verdict(stated, meant)}",
        "remove `when` if the words are right, or explain the difference in `date_note`",
        Severity.NOTE,
    )


def _verdict(stated: When, meant: When) -> str:
    """How the stated date and the meaning of the words relate, if neither excludes the other."""
    if stated.contains(meant):
        return "the words are narrower"
    return "the stated date is narrower" if meant.contains(stated) else "they overlap"
