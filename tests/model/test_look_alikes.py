"""Names that look the same and are not."""

import pytest

from timeline.model.look_alikes import look_alike
from timeline.model.nearest import nearest


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Vladimir S\u0430ldo", ("Vladimir Saldo", "character 11 `\u0430` (U+0430) is not `a` (U+0061)")),
        ("\u0422ASS", ("TASS", "character 1 `\u0422` (U+0422) is not `T` (U+0054)")),
        ("O’Neill", ("O'Neill", "character 2 `’` (U+2019) is not `'` (U+0027)")),
        ("Saldo", None),
        ("TASS", None),
    ],
)
def test_a_name_that_looks_like_a_known_one(word: str, found: tuple[str, str] | None) -> None:
    assert look_alike(word, ["Vladimir Saldo", "TASS", "O'Neill"]) == found


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("Vladimir Saldi", "Vladimir Saldo", True),
        ("North Korea", "South Korea", False),
        ("East Bank", "West Bank", False),
        ("armed-men", "unarmed-men", False),
        ("legal", "illegal", False),
        ("evacution", "evacuation", True),
        ("kherson-retakn", "kherson-retaken", True),
        ("Air Forces", "Air Force", True),
    ],
)
def test_the_opposite_is_not_proposed(word: str, known: str, meant: bool) -> None:
    assert nearest(word, [known]) == (known if meant else None)
