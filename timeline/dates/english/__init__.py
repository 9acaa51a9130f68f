"""English date words: their list (`words`), the grammar that resolves them, and the wording that readers see.

`timeline.dates.languages.en` is the way in: it normalizes the words (`normalize`), looks at their sentence (`context`, `tense`)
and asks the `grammar`, which has the readings of `absolute`, `display`, `nearest` and `relative`. Other languages are translated
for this grammar: `timeline.dates.translation`.
"""
