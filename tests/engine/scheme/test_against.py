from taoli.engine.scheme import apply_changes, load_preset, loosened
from taoli.engine.scheme.against import against, fitting, within
from tests.engine.examples import PRESETS, preset, taigu

BASE = preset()  # the length of a cycle and two bounds stand open
TALK = "duties.individual"


def test_kept_tightened_filled_free_open_and_looser_stand_apart() -> None:
    mine = apply_changes(
        BASE,
        {"cycle.weeks": 4, f"{TALK}.per": "week", "duties.family.per": "year", "title": "我校方案"},
    )
    found = against(BASE, mine, [TALK, "duties.family", "cycle.anchor_week"])
    assert [one.path for one in found.conflicts] == ["duties.family.times"]
    assert [one.path for one in found.tightened] == [f"{TALK}.per"]
    assert [one.path for one in found.filled] == ["cycle.weeks"]
    assert [one.path for one in found.own] == ["title"]
    assert found.kept == ("cycle.anchor_week",)
    assert {one.path for one in found.open} == {"capacity.mentor.min", "capacity.mentor.max"}


def test_of_the_own_changes_those_go_along_that_loosen_nothing_and_hold_together() -> None:
    base = taigu()
    own = {f"{TALK}.per": "term", "duties.family.per": "week", "cycle.nothing": 3, "title": "我校方案"}
    assert fitting(base, own, [TALK]) == {"duties.family.per": "week", "title": "我校方案"}
    assert fitting(base, {}, [TALK]) == {}


def test_nothing_goes_along_when_a_fault_is_nobodys_change() -> None:
    broken = taigu().model_copy(update={"duties": ()})
    assert fitting(broken, {"title": "x"}, []) == {}


def test_another_published_text_keeps_what_the_base_lets_it_have() -> None:
    other = load_preset(PRESETS / "weifang-2011")
    found = against(taigu(), other, [TALK])
    assert [(one.path, one.code) for one in found.conflicts] == [(TALK, "taken_out")]
    assert not any(within(one.path, TALK) for one in found.own)


def test_times_and_stretch_of_time_are_one_thing_when_one_of_them_is_bound() -> None:
    base = taigu(duties__individual__times=2)
    weekly = apply_changes(base, {f"{TALK}.times": 1, f"{TALK}.per": "week"})
    yearly = apply_changes(base, {f"{TALK}.per": "year"})
    for bound in (f"{TALK}.times", f"{TALK}.per"):
        assert not loosened(base, weekly, [bound])
        assert [one.path for one in loosened(base, yearly, [bound])] == [f"{TALK}.times"]
    assert within(f"{TALK}.per", f"{TALK}.times")
    assert not within("cycle.weeks", TALK)
