from taoli.engine.scheme import OpenPoint, apply_changes, dump, open_points, parse_scheme
from tests.engine.examples import preset, taigu


def test_taigu_leaves_the_cycle_and_the_bounds_of_ten_open() -> None:
    found = [(point.path, point.code, point.clause and point.clause.rule) for point in open_points(preset())]
    assert found == [
        ("capacity.mentor.min", "to_be_typed", "TG-02"),
        ("capacity.mentor.max", "to_be_typed", "TG-02"),
        ("cycle.weeks", "cycle_length_needed", "TG-18"),
    ]


def test_nothing_is_open_once_all_is_typed() -> None:
    assert open_points(taigu(capacity__mentor__min=6, capacity__mentor__max=12)) == ()


def test_a_cycle_nobody_needs_may_stay_unnamed() -> None:
    scheme = apply_changes(preset(), {"duties.group_activity": None, "appraisal": None, "capacity": {}})
    assert [point.code for point in open_points(scheme)] == ["to_be_typed"]
    assert open_points(apply_changes(scheme, {"cycle": None})) == ()


def test_a_cycle_length_is_open_even_if_the_scheme_does_not_say_so() -> None:
    data = dump(preset())
    data["cycle"]["open"] = []
    assert open_points(parse_scheme(data))[-1] == OpenPoint(
        "cycle.weeks", "cycle_length_needed", open_points(preset())[-1].clause
    )


def test_open_values_are_found_inside_lists() -> None:
    data = dump(preset())
    data["duties"][1]["open"] = ["min_minutes"]
    assert "duties.individual.min_minutes" in [point.path for point in open_points(parse_scheme(data))]
