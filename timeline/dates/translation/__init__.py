"""Date words of other languages: each phrase is translated to the English one that the grammar reads.

A language is data (`translation.Translation`): its words, and its phrases with their English. `patterns` makes regular
expressions of the phrases. A phrase that no line fits as a whole is not translated, and so not read.
"""
