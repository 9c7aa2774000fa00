import pytest

from taoli.engine.rehearsal.bounds import seats_of
from taoli.engine.rehearsal.roster import synthetic
from taoli.engine.scheme import Scheme, dump, parse_scheme
from taoli.engine.scheme.vocabulary import Actor
from tests.engine.examples import CLAUSE, preset, scheme_with


def scheme(**values: object) -> Scheme:
    return parse_scheme({**dump(scheme_with({})), **values})


def test_a_school_fits_the_scheme() -> None:
    found = synthetic(preset(), 360, 1)
    assert (len(found.learners), len(found.classes()), found.grades()) == (360, 9, ("g1", "g2", "g3"))
    assert sum(bool(one.homeroom) for one in found.teachers) == 9
    assert len(found.teachers) == 29
    assert all(one.homeroom in one.classes for one in found.teachers if one.homeroom)
    offered = {one.key for one in preset().categories if one.offered}
    assert {code for one in found.learners for code in one.categories} == offered


def test_layers_keep_the_ratio_of_the_scheme() -> None:
    steps = [{"kind": "group_students", "ratio": [1, 1], "clause": CLAUSE}, {"kind": "assign", "clause": CLAUSE}]
    grouped = scheme(steps=steps)
    layers = [one.layer for one in synthetic(grouped, 60, 1).learners]
    assert layers.count("layer1") == layers.count("layer2") == 30


def test_only_listed_students_need_mentors() -> None:
    coverage = {"whom": "listed_students", "clause": CLAUSE}
    capacity = {"mentor": {"min": 1, "max": 2, "clause": CLAUSE}}
    assert len(synthetic(scheme(coverage=coverage, capacity=capacity), 360, 1).teachers) < 60


def test_a_class_each_needs_as_many_mentors_as_classes() -> None:
    found = synthetic(scheme(unit="class", capacity={}), 360, 1)
    assert sum(not one.homeroom for one in found.teachers) == 9


def test_too_small_a_school_is_refused() -> None:
    with pytest.raises(ValueError, match="three students"):
        synthetic(preset(), 2, 1)


def test_bounds_in_students_whatever_the_unit() -> None:
    assert seats_of(scheme(capacity={}), Actor.MENTOR, 2, 40, 7) == (1, 10, 40)
    assert seats_of(scheme(capacity={}, unit="class"), Actor.MENTOR, 2, 40, 7) == (0, 40, 80)
    taught = {"min": 5, "max": 10, "per": "class_taught", "clause": CLAUSE}
    assert seats_of(scheme(capacity={"mentor": taught}), Actor.MENTOR, 2, 40, 7) == (10, None, 20)
    groups = {"unit": "study_group", "target": 2, "clause": CLAUSE}
    assert seats_of(scheme(capacity={"mentor": groups}), Actor.LEAD_MENTOR, 2, 40, 7) == (0, 14, 40)
    rooms = {"unit": "class", "min": 1, "max": 1, "clause": CLAUSE}
    assert seats_of(scheme(capacity={"mentor": rooms}), Actor.MENTOR, 2, 40, 7) == (36, None, 44)
