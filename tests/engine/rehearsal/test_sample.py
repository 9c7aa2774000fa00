from typing import Any

import pytest

from taoli.engine.rehearsal.sample import typed
from taoli.engine.scheme import Scheme, dump, open_points, parse_scheme
from tests.engine.examples import CLAUSE, preset, scheme_with


def opened(**values: Any) -> Scheme:
    return parse_scheme({**dump(scheme_with({})), "cycle": None, "capacity": {}, **values})


def test_every_open_point_gets_a_stated_value() -> None:
    scheme, sample = typed(preset())
    assert sample == {"capacity.mentor.min": 6, "capacity.mentor.max": 16, "cycle.weeks": 4}
    assert open_points(scheme) == ()


@pytest.mark.parametrize(
    ("capacity", "sample"),
    [
        ({"open": ["min", "target", "max"]}, {"min": 5, "target": 10, "max": 16}),
        ({"unit": "study_group", "open": ["min", "max"]}, {"min": 1, "max": 2}),
        ({"min": 20, "open": ["max"]}, {"max": 20}),
        ({"max": 4, "open": ["min"]}, {"min": 4}),
        (
            {"target": 10, "alternative": {"unit": "study_group", "min": 1}, "open": ["alternative.max"]},
            {"alternative.max": 2},
        ),
    ],
)
def test_bounds_are_typed_around_what_the_text_gives(capacity: dict[str, Any], sample: dict[str, int]) -> None:
    scheme = opened(capacity={"mentor": {**capacity, "clause": CLAUSE}})
    assert typed(scheme)[1] == {f"capacity.mentor.{name}": value for name, value in sample.items()}


def test_what_has_no_sample_value_stays_open() -> None:
    cycle = {"weeks": 2, "weekday": 3, "open": ["anchor_week"], "clause": CLAUSE}
    scheme, sample = typed(opened(cycle=cycle))
    assert sample == {}, "week 3 does not lie in a cycle of two weeks"
    assert [point.path for point in open_points(scheme)] == ["cycle.anchor_week"]


def test_what_we_have_no_sample_for_stays_open() -> None:
    scheme = opened(appraisal={"per": "term", "full": 0, "items": [], "open": ["materials_by"], "clause": CLAUSE})
    assert typed(scheme)[1] == {}
