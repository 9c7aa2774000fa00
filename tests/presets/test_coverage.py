"""presets/coverage.md: every one of the 289 rules, and as fresh as the presets."""

from tests.presets.test_presets import KEYS
from tools.presets import COVERAGE, Held, coverage, read_rules, read_schemes


def test_the_document_on_file_holds_every_rule() -> None:  # that it is fresh is checked in the lint lane
    text = COVERAGE.read_text(encoding="utf-8")
    assert sum(line.startswith(f"| {rule.id} |") for line in text.splitlines() for rule in read_rules()) == 289
    assert "| **all** | | 289 |" in text


def test_every_published_scheme_has_its_line_for_the_figures_of_a_rehearsal() -> None:
    figures = {key: Held(place, 2, 3) for place, key in enumerate(KEYS, 100)}
    text = coverage(read_rules(), read_schemes(), figures)
    assert [text.count(f"| {place} / 2 / 3 |") for place, _key in enumerate(KEYS, 100)] == [1] * 19
