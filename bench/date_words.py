"""How well `timeline.dates.resolve` reads date words, compared with values that annotators gave.

    python bench/date_words.py FILE.tsv [--show wrong|abstained]

FILE has a header row and the columns count, expression, published, edtf, and optionally context (the sentence). The value
ABSTAIN means that the annotators gave no date: any answer is then wrong. Accuracy is correct / datable rows, precision is
correct / answered rows; both are weighted by count.
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from timeline.dates import resolve

ABSTAIN = "ABSTAIN"
OUTCOMES = ("correct", "wrong", "abstained")


def outcome(answer: str | None, expected: str) -> str:
    """One of OUTCOMES. Qualifiers are not compared: the values of the annotators have none ("around May 1")."""
    if answer is None:
        return "abstained"
    return "correct" if answer.rstrip("?~%") == expected else "wrong"


def main() -> None:
    """Print the figures, and with --show the rows of one outcome."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--show", choices=OUTCOMES[1:])
    options = arguments.parse_args()

    counts: Counter[str] = Counter()
    with options.file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            answer = resolve(row["expression"], row["published"], row.get("context") or "")
            result, count = outcome(answer, row["edtf"]), int(row["count"])
            counts[result] += count
            counts["datable"] += count * (row["edtf"] != ABSTAIN)
            counts["answered and datable"] += count * (row["edtf"] != ABSTAIN and answer is not None)
            # Show an abstention only if there was a date to find.
            if result == options.show and (result == "wrong" or row["edtf"] != ABSTAIN):
                print(count, row["expression"], row["published"], row["edtf"], answer or "-", sep="\t")

    answered, datable = counts["correct"] + counts["wrong"], counts["datable"]
    for name, figure in (
        ("answered", answered),
        *((name, counts[name]) for name in OUTCOMES),
        ("datable", datable),
    ):
        print(f"{name:<10}{figure:>7}")
    print(f"accuracy  {100 * counts['correct'] / max(1, datable):7.1f} %")
    print(f"precision {100 * counts['correct'] / max(1, answered):7.1f} %")
    dated = counts["answered and datable"]
    print(f"          {100 * counts['correct'] / max(1, dated):7.1f} % of the answers for datable rows")


if __name__ == "__main__":
    main()
