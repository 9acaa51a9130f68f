"""Characters that no text may hold: they cannot be seen, and they lead readers, terminals or parsers astray."""

import re

# Controls but tab and line feed, line separators that editors count and YAML does not, marks that reverse the reading
# order (right-to-left text needs none of them), and code points that are no characters.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
