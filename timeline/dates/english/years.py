"""Years in English: early ones, those before Christ, and those of the deep past."""

from decimal import Decimal

_LARGE = ((10**9, "billion"), (10**6, "million"))
_YEARS_AGO = 4  # from this exponent on, the two thousand years since Christ are less than what is rounded


def year_wording(year: int) -> str:
    """A year by its astronomical number: "2022", "AD 79", "44 BC" for -43, "17,001 BC", "AD 17,000".

    Early years and long ones are marked, for a reader does not take a bare "79" for a year.
    """
    if year < 1:
        return f"{_grouped(1 - year)} BC"
    return str(year) if 999 < year < 10_000 else f"AD {_grouped(year)}"


def decade_wording(first: int) -> str:
    """The ten years from an astronomical year on: "1990s", "AD 70s". Before Christ it has both ends, "50–41 BC": the decades
    of EDTF are not those of years BC."""
    if first > 0:
        return f"{year_wording(first)}s"
    last = first + 9
    return f"{1 - first}–{year_wording(last)}" if last < 1 else f"{year_wording(first)}–{year_wording(last)}"


def rounded_year_wording(text: str) -> str:
    """A year with an exponent: "around 17,000 BC", "around 170 million years ago" for `Y-17E7`."""
    digits, exponent = text[1:].split("E")
    year = int(digits) * 10 ** int(exponent)
    if year > 0:
        return f"around AD {_large(year)}"
    return f"around {_large(-year)} {'years ago' if int(exponent) >= _YEARS_AGO else 'BC'}"


def short_year(year: int) -> str:
    """A year where there is little room, as on an axis: "2022", "44 BC", "170 million BC"."""
    if year < 1:
        return f"{_large(1 - year)} BC"
    return year_wording(year) if year < 1000 else _large(year)


def _large(number: int) -> str:
    for unit, name in _LARGE:
        if number >= unit:
            return f"{Decimal(number) / unit:f} {name}"
    return _grouped(number)


def _grouped(number: int) -> str:
    return f"{number:,}" if number > 9999 else str(number)
