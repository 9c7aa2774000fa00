"""All presets that ship, three seeds each: a term ends without an error and shows its rules."""

import pytest

from taoli.engine.rehearsal import AUTUMN, Asked, rehearse, sample_year, synthetic
from taoli.engine.scheme import load_preset, rule_uses
from tests.engine.examples import PRESETS

KEYS = sorted(file.parent.name for file in PRESETS.glob("*/scheme.yaml"))


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("key", KEYS)
def test_a_term_of_every_preset(key: str, seed: int) -> None:
    scheme = load_preset(PRESETS / key)
    found = rehearse(scheme, synthetic(scheme, 360, seed), Asked(sample_year(), AUTUMN, seed))
    claimed = sum(use.kind in {"data", "feature"} for use in rule_uses(scheme).values())
    outcomes = found.outcomes()
    assert "failed" not in outcomes
    assert outcomes.get("held", 0) + outcomes.get("not_applicable", 0) >= claimed
    for duty in scheme.duties:
        seen = found.duties[duty.key]
        assert not duty.recorded or not sum(seen.values()) or (seen["met"] and seen["unmet"] + seen["open"]), duty.key
