"""Every code of the engine's rehearsal has its sentence, and every sentence its code."""

import re
from pathlib import Path

import pytest

from taoli.engine.rehearsal import AUTUMN, Asked, rehearse, sample_year, synthetic
from taoli.engine.scheme import load_preset
from taoli.engine.scheme.vocabulary import NotModelledReason
from taoli.rehearsal.phrases import COUNTS, FINDINGS, KINDS, OUTCOMES, PROOFS, REASONS, finding_sentence, proof_sentence
from tests.engine.examples import PRESETS

ENGINE = Path(__file__).parents[3] / "taoli" / "engine" / "rehearsal"
SOURCE = "\n".join(file.read_text(encoding="utf-8") for file in ENGINE.rglob("*.py"))


def test_every_code_has_words() -> None:
    quoted = set(re.findall(r'"([a-z_]+)"', SOURCE))
    assert set(PROOFS) <= quoted
    made = set(re.findall(r'Finding\(\s*"([a-z_]+)"', SOURCE)) - {"could_not_keep"}
    assert made <= set(FINDINGS)
    assert set(REASONS) == {reason.value for reason in NotModelledReason}


@pytest.mark.parametrize("key", sorted(file.parent.name for file in PRESETS.glob("*/scheme.yaml")))
def test_every_report_can_be_said(key: str) -> None:
    scheme = load_preset(PRESETS / key)
    for built in (None, frozenset({"guidance", "matching", "home"})):
        found = rehearse(scheme, synthetic(scheme, 60, 1), Asked(sample_year(), AUTUMN, built=built))
        sentences = [proof_sentence(proof.code, proof.params) for rule in found.rules for _, proof in rule.proofs]
        findings = [one for step in found.steps for one in step.findings] + [*found.shortages, *found.events]
        findings += [one for _, told in found.honours.values() for one in told]
        sentences += [finding_sentence(one.code, one.params) for one in findings]
        assert [one for one in sentences if "%(" in one or not one] == []
        assert {rule.outcome for rule in found.rules} <= set(OUTCOMES)
        assert {rule.use.kind for rule in found.rules} <= set(KINDS)
        assert set(COUNTS) <= set(found.counts)
