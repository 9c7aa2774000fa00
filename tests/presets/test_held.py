"""What the rehearsals on file showed is no less than what the presets claim."""

import re

import pytest

from tools.presets import COVERAGE

LINE = re.compile(
    r"\| `(?P<key>[\w-]+)` \|[^|]*\| \d+ \| (\d+) \| (\d+) \| \d+ \| \d+ \| \d+ \| (\d+) / (\d+) / \d+ \|"
)
FOUND = [match.groups() for match in LINE.finditer(COVERAGE.read_text(encoding="utf-8"))]


def test_every_preset_was_rehearsed() -> None:
    assert len(FOUND) == 19


@pytest.mark.parametrize(("key", "data", "feature", "held", "not_applicable"), FOUND, ids=[key for key, *_ in FOUND])
def test_rules_held_or_not_applicable_are_at_least_those_claimed(
    key: str, data: str, feature: str, held: str, not_applicable: str
) -> None:
    assert int(held) + int(not_applicable) >= int(data) + int(feature), key
