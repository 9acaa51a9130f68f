"""How many examples hypothesis tries: the number that a test names, a part of it in the fast run, or many times
as many in a nightly one.

`--hypothesis-profile=fast` and `=nightly` choose these runs. No test has a deadline, for no test may depend on time.
"""

from hypothesis import HealthCheck, settings

EACH = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
FULL, FAST, NIGHTLY = 100, 10, 2000  # per cent

settings.register_profile("full", EACH, max_examples=FULL)
settings.register_profile("fast", EACH, max_examples=FAST)
settings.register_profile("nightly", EACH, max_examples=NIGHTLY)
settings.load_profile("full")


def examples(count: int) -> settings:
    """The settings of a test that tries so many examples in the full run."""
    return settings(max_examples=count * settings.default.max_examples // FULL)
