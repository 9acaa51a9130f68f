"""The two ends of a range: what joins them, and what each borrows from the other."""

import re

from timeline.dates.english.absolute import YEAR
from timeline.dates.english.normalize import MONTHS
from timeline.dates.english.words import SEASONS

JOINTS = r"\b(?:to|through|until|till|and)\b"


def ends_alike(start: str, end: str, with_from: bool) -> bool:
    """False for a year after what is no year, "October 13-2022": only "from October 2022 to 2023" is a range."""
    if not re.fullmatch(YEAR, end):
        return True
    narrower = rf"\b(?:{'|'.join((*MONTHS, *SEASONS))})\b"
    return not re.search(narrower, start) or (with_from and bool(re.search(YEAR, start)))


def completed(start: str, end: str) -> tuple[str, str]:
    """Each end of a range with what it borrows: "23 to 27 September 2022", "October to November 2022"."""
    first_month, last_month = (re.search(rf"\b(?:{'|'.join(MONTHS)})\b", phrase) for phrase in (start, end))
    year = re.search(rf" {YEAR}$", end)
    century = re.search(r"(?<=\dth) century(?: bce?| ad| ce)?$", end)
    if century and re.search(r"\dth$", start):
        return start + century[0], end
    if (era := re.search(r"(?<=\d) (?:bce?|ce)$", end)) and re.search(r"\d$", start):
        return start + era[0], end
    if re.search(r"\d\d\d0s$", start) and re.fullmatch(r"\d0s", end):
        return start, start[-5:-3] + end
    has_day_only = re.search(r"\b\d\d?(?:th)?\b", start) and not re.search(YEAR, start)
    if first_month and has_day_only and re.fullmatch(rf"\d\d?(?:th)?(?: {YEAR})?", end):
        end = f"{first_month[0]} {end}"
    if last_month and re.fullmatch(r"(?:the )?\d\d?(?:th)?", start) and re.search(r"\b\d\d?(?:th)?\b", end):
        start = f"{start} {last_month[0]}"
    if year and not re.search(rf"\b{YEAR}$", start):
        start += year[0]
    return start, end
