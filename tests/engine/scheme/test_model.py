import pytest

from taoli.engine.scheme import UnitBound
from taoli.engine.scheme.tree import as_clause, child, clause_at
from taoli.engine.scheme.vocabulary import Unit
from tests.engine.examples import preset, taigu


def test_a_duty_is_found_by_its_key() -> None:
    assert preset().duty("family").times == 2
    with pytest.raises(KeyError):
        preset().duty("dance")


def test_capacity_is_asked_in_a_unit() -> None:
    mentor = preset().capacity["mentor"]  # type: ignore[index]  # roles are plain words to whoever asks
    assert mentor.bounds(Unit.STUDENT) == UnitBound(unit=Unit.STUDENT, target=10)
    assert mentor.bounds(Unit.STUDY_GROUP) == UnitBound(unit=Unit.STUDY_GROUP, min=1, max=2)
    assert mentor.bounds(Unit.DORMITORY) is None


def test_top_level_values_name_their_clause() -> None:
    clause = preset().clause_of("unit")
    assert clause is not None
    assert clause.rule == "TG-01"
    assert preset().clause_of("title") is None


def test_the_method_in_force_is_the_chosen_variant() -> None:
    appraisal = taigu(appraisal__items__individual__chosen="as_printed").appraisal
    assert appraisal is not None
    item = appraisal.items[2]
    assert item.method.method == "duty_coverage"
    assert item.method_in_force.method == "per_count"


def test_paths_lead_to_values_and_clauses() -> None:
    tree = {
        "clause": {"rule": "TG-01", "ref": "一"},
        "list": [{"key": "a", "own": [{"value": "x.y", "clause": {"rule": "TG-02", "ref": "二"}}]}, 5],
    }
    assert child(tree["list"], "a") == tree["list"][0]  # type: ignore[index]
    with pytest.raises(KeyError):
        child("plain", "a")
    clauses = [clause_at(tree, path) for path in ("list.a.x.y", "list.a.x", "list.b", "")]
    assert [clause.rule for clause in clauses if clause is not None] == ["TG-02", "TG-01", "TG-01", "TG-01"]
    assert clause_at({}, "x") is None
    assert as_clause({"rule": "somewhere"}) is None
