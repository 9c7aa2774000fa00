from dataclasses import replace
from datetime import date

import pytest

from taoli.engine.facts import Act, Pairing
from taoli.engine.rehearsal import AUTUMN, Asked, Lived, rehearse, sample_year, synthetic
from taoli.engine.rehearsal.report import feature_proof, prove, report, worst
from taoli.engine.rehearsal.values import Proof
from tests.engine.examples import CLAUSE, preset
from tests.engine.rehearsal.making import made, run_of, stage_of


def test_a_rule_is_as_good_as_its_worst_place() -> None:
    outcomes = ["not_applicable", "held", "not_yet", "failed"]
    for place in range(1, 5):
        proofs = [Proof(outcome, "code") for outcome in outcomes[:place]]  # type: ignore[arg-type]
        assert worst(proofs) == outcomes[place - 1]


def test_features_are_held_when_they_are_built_and_were_used() -> None:
    stage = stage_of(made({}))
    assert feature_proof(stage, "guidance").code == "without_the_apps"
    built = replace(stage, built=frozenset({"guidance", "documents:register_word", "home"}))
    assert feature_proof(built, "guidance").outcome == "held"
    assert feature_proof(built, "documents:register_word").outcome == "held"
    assert feature_proof(built, "home").outcome == "not_applicable"
    assert feature_proof(built, "archive").outcome == "not_yet"


def test_planned_and_not_modelled_rules_are_told_apart() -> None:
    text = {"ref": "例", "quote": "例"}
    scheme = made(
        features={"TG-08": "planned:archive", "TG-16": "matching"},
        not_modelled=[{"rule": "TG-42", "reason": "open_ended", "note": "无"}],
        clauses={"TG-16": text, "TG-42": text},
        texts=[],
    )
    found = {rule.use.rule: rule for rule in report(stage_of(scheme))}
    assert found["TG-42"].outcome == "not_modelled"
    assert found["TG-16"].outcome == "not_applicable"
    planned = [rule for rule in found.values() if rule.use.kind == "planned"]
    assert [rule.outcome for rule in planned] == ["not_yet"]


def test_a_step_that_was_not_carried_out_is_open() -> None:
    stage = stage_of(made())
    (entry,) = stage.paired.log
    idle = replace(stage, paired=replace(stage.paired, log=(replace(entry, done=False),)))
    assert prove(idle, "steps.assign").outcome == "not_yet"


def lived(day: date) -> Lived:
    pairing = Pairing("p1", "s0101", "h001", None, "g1", "g1c1", AUTUMN.starts)
    talk = Act("a1", "talk", "face_to_face", made=True, by="h001", student_ids=("s0101",), on=day, entered_on=day)
    return Lived((pairing,), (talk,), chips={"a1": ("study",)})


def test_a_term_that_was_lived_is_judged_by_the_same_rules() -> None:
    scheme = made({"per": "week"})
    asked = Asked(sample_year(), AUTUMN, lived=lived(date(2026, 9, 8)), until=date(2026, 9, 21))
    found = rehearse(scheme, replace(synthetic(scheme, 60, 1), source="last_term"), asked)
    assert found.source == "last_term"
    assert found.duties["talk"]["met"] == 1
    assert found.duties["talk"]["unmet"] == 2
    assert found.duties["talk"]["open"] > 10
    assert [step.findings[0].code for step in found.steps] == ["already_paired"]
    assert found.events == ()


def test_a_term_nobody_was_paired_in_cannot_be_judged() -> None:
    later = Lived((Pairing("p1", "s0101", "h001", None, "g1", "g1c1", date(2027, 3, 1)),), ())
    with pytest.raises(ValueError, match="no pairing"):
        rehearse(made(), synthetic(made(), 60, 1), Asked(sample_year(), AUTUMN, lived=later))


def test_outcomes_are_counted() -> None:
    assert sum(run_of(preset()).outcomes().values()) == len(run_of(preset()).rules)
    assert CLAUSE["rule"].startswith("TG")


def test_a_page_that_was_gone_through_speaks_for_itself() -> None:
    page = "evaluation:star_list"
    stage = replace(stage_of(made({})), built=frozenset({page}), used={page: 3})
    proof = feature_proof(stage, page)
    assert (proof.outcome, proof.params["count"]) == ("held", 3)
    assert feature_proof(replace(stage, used={page: 0}), page).outcome == "not_applicable"
