"""The source of a site with two articles."""

SMALL_SITE = {
    "content/vocabulary.yml": "publishers:\n  bbc:\n    name: BBC\n  reuters:\n    name: Reuters\n",
    "content/articles/2022/x.md": """\
---
title: Saldo urges residents to leave
publisher: Reuters
url: https://example.org/x
published: 2022-10-13
language: en
text: brief
events:
  appeal:
    title: Saldo appeals to residents
---

[Saldo spoke [on Thursday]{.when}]{event=appeal}.
""",
    "content/articles/2022/y.md": """\
---
title: Kherson residents told to leave
publisher: BBC
url: https://example.org/y
published: 2022-10-14
language: en
text: brief
events:
  denial:
    title: An evacuation is denied
---

[They denied it [on Friday]{.when}]{event=denial}.
""",
}
