"""Where the characters of a paragraph are in its file."""

from bisect import bisect_right
from itertools import accumulate

from timeline.model.diagnostics import Lines, Location


class SourceMap:
    """Places in the text of one paragraph, as the Markdown parser has it.

    The parser strips from each line what the blocks round it put before it, so that its text is the end of the
    source line (in a heading: its middle).
    """

    def __init__(self, lines: Lines, first_line: int, end_line: int, text: str):
        self.lines, self.rows = lines, text.split("\n")
        self.starts = list(accumulate((len(row) + 1 for row in self.rows[:-1]), initial=0))
        # Lines before the first row may be gone: the parser drops those that hold but blanks of other scripts.
        span = range(first_line, end_line)
        self.line = next((line for line in span if self.rows[0].strip() in lines.lines[line]), first_line)
        self.shifts: dict[int, int] = {}  # by row, how far its text is from the start of its line

    def at(self, offset: int) -> Location:
        """The place of an offset in the paragraph's text, both from 0."""
        row = bisect_right(self.starts, offset) - 1
        if row not in self.shifts:
            self.shifts[row] = self._shift(row)
        return self.lines.at(self.line + row, self.shifts[row] + offset - self.starts[row])

    def _shift(self, row: int) -> int:
        shown, source = self.rows[row], self.lines.at(self.line + row, 0).text
        stripped = shown.strip()
        return max(0, source.rfind(stripped) - (len(shown) - len(shown.lstrip()))) if stripped else 0
