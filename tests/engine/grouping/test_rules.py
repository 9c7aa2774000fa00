from itertools import combinations

import pytest

from taoli.engine.grouping import Finding, Impossible, Member, Rules, bound, check, make_groups, place
from taoli.engine.grouping.few import WORK
from tests.engine.grouping.classes import ATTRIBUTES, class_of, drawn, made
from tests.engine.rounds import ROUNDS


def sets(*blocks: str) -> tuple[frozenset[str], ...]:
    """'01 02' is the set of s001 and s002."""
    return tuple(frozenset(f"s0{one}" for one in block.split()) for block in blocks)


def refused(members: int, count: int, rules: Rules) -> list[tuple[str, dict[str, object]]]:
    outcome = make_groups(class_of(members), count, ATTRIBUTES, rules=rules)
    assert isinstance(outcome, Impossible)
    return [(one.code, dict(one.params)) for one in outcome.findings]


def test_a_class_under_many_rules_is_still_more_alike_than_the_s_shaped_deal() -> None:
    members = class_of(50)
    rules = Rules(apart=sets("01 02 03", "04 05"), together=sets("06 07", "07 08"), fixed={"s009": 3, "s010": 3})
    groups = made(members, 6, ATTRIBUTES, rules=rules, seed=1)
    assert check(members, groups.groups, rules) == ()
    assert groups.strata_gap <= 1
    assert groups.swap_optimal
    assert groups.unlike < groups.serpentine / 2
    assert made(members[::-1], 6, ATTRIBUTES, rules=rules, seed=1) == groups


def test_given_sizes_are_kept_and_strata_follow_them() -> None:
    members = class_of(50)
    groups = made(members, 4, ATTRIBUTES, rules=Rules(sizes=(5, 10, 15, 20)))
    assert [len(one) for one in groups.groups] == [5, 10, 15, 20]
    assert groups.strata_gap <= 1
    assert groups.unlike < groups.serpentine / 4
    assert groups.notes == (Finding("sizes_uneven", {"sizes": (5, 10, 15, 20)}),)


def test_dormitory_rooms_move_whole_and_sizes_give_way() -> None:
    members = class_of(40)
    ids = [one.id for one in members]
    rooms = tuple(frozenset(ids[start : start + size]) for start, size in ((0, 7), (7, 6), (13, 7), (20, 8), (28, 7)))
    rules = Rules(units=rooms)
    groups = made(members, 4, ATTRIBUTES, rules=rules)
    assert check(members, groups.groups, rules) == ()
    assert max(len(one) for one in groups.groups) == 13
    only_rooms = made(members[:35], 2, ATTRIBUTES, rules=rules)
    assert sorted(len(one) for one in only_rooms.groups) == [15, 20]


def test_two_rooms_of_one_size_change_places_where_that_helps() -> None:
    members = [Member(f"s{one}", values={"score": one // 2 % 2}) for one in range(8)]
    rules = Rules(units=tuple(frozenset({f"s{one}", f"s{one + 1}"}) for one in range(0, 8, 2)))
    assert made(members, 2, ["score"], rules=rules).unlike == pytest.approx(0)


@pytest.mark.parametrize(
    ("rules", "finding"),
    [
        (Rules(apart=sets("01 99")), ("member_unknown", {"member": "s099"})),
        (Rules(sizes=(4, 4)), ("sizes_do_not_add_up", {"sizes": (4, 4), "groups": 3, "members": 12})),
        (Rules(fixed={"s001": 3}), ("fixed_nowhere", {"member": "s001", "group": 3, "groups": 3})),
        (
            Rules(together=sets("01 02 03", "03 04 05")),
            ("together_too_large", {"members": ("s001", "s002", "s003", "s004", "s005"), "largest": 4}),
        ),
        (
            Rules(apart=sets("01 02", "03 04", "01 03 04", "02 03", "02 04")),
            ("apart_too_many", {"members": ("s001", "s002", "s003", "s004"), "groups": 3}),
        ),
        (
            Rules(apart=sets("01 02 03"), together=sets("01 03")),
            ("apart_and_together", {"members": ("s001", "s003")}),
        ),
        (
            Rules(together=sets("01 02"), fixed={"s001": 0, "s002": 2}),
            ("together_fixed_apart", {"members": ("s001", "s002"), "groups": (0, 2)}),
        ),
        (
            Rules(fixed=dict.fromkeys(("s001", "s002", "s003", "s004", "s005"), 1)),
            ("fixed_over_full", {"group": 1, "members": 5, "size": 4}),
        ),
        (
            Rules(apart=sets("01 02"), fixed={"s001": 1, "s002": 1}),
            ("apart_fixed_together", {"members": ("s001", "s002"), "group": 1}),
        ),
        (Rules(together=sets("01 02 03", "04 05 06", "07 08 09", "10 11 00")), ("no_arrangement", {})),
    ],
)
def test_what_cannot_be_is_said_in_codes(rules: Rules, finding: tuple[str, dict[str, object]]) -> None:
    assert refused(12, 3, rules) == [finding]


def test_a_search_that_takes_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "STEPS", 1)
    blocks = sets("01 02 03", "04 05 06", "07 08 09", "10 11 00")
    assert refused(12, 3, Rules(together=blocks)) == [("no_arrangement_found", {})]


def test_a_later_start_without_an_arrangement_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    members, rules = class_of(12), Rules(together=sets("01 02"))
    first = made(members, 3, ATTRIBUTES, rules=rules, starts=1)
    found = iter([place.place([2, *[1] * 10], [-1] * 11, [set()] * 11, place.Room((4, 4, 4)), drawn(1))])
    monkeypatch.setattr(bound, "place", lambda *_given: next(found, None))
    assert made(members, 3, ATTRIBUTES, rules=rules, starts=3).serpentine == first.serpentine


def test_every_arrangement_is_looked_at_before_there_is_none() -> None:
    """Against trying all colourings of small random graphs."""
    for seed in range(ROUNDS):
        chance = drawn(seed)
        pairs = [pair for pair in combinations(range(6), 2) if chance.random() < 0.6]
        foes: list[set[int]] = [set() for _one in range(6)]
        for one, other in pairs:
            foes[one].add(other)
            foes[other].add(one)
        found = place.place([1] * 6, [-1] * 6, foes, place.Room((2, 2, 2)), chance)
        assert (found is not None) == possible(pairs)
        if found is not None:
            assert all(found[one] != found[other] for one, other in pairs)


def possible(pairs: list[tuple[int, int]]) -> bool:
    for code in range(3**6):
        group = [code // 3**place % 3 for place in range(6)]
        if sorted(group) == [0, 0, 1, 1, 2, 2] and all(group[one] != group[other] for one, other in pairs):
            return True
    # Those without foes are left out by `place`; here they always find room.
    return False


def test_a_grade_is_searched_start_by_start_and_a_city_only_as_long_as_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    members = class_of(240)
    groups = made(members, 30, ATTRIBUTES, seed=3)
    assert check(members, groups.groups) == ()
    assert groups.swap_optimal
    assert groups.unlike < groups.serpentine / 5
    assert WORK >= 10_000_000
    monkeypatch.setattr("taoli.engine.grouping.few.WORK", 1)
    hurried = made(members, 30, ATTRIBUTES, seed=3)
    assert not hurried.swap_optimal
    assert check(members, hurried.groups) == ()


def test_foes_may_be_fixed_to_groups_of_their_own() -> None:
    members, rules = class_of(12), Rules(apart=sets("01 02"), fixed={"s001": 1, "s002": 2})
    assert check(members, made(members, 3, ATTRIBUTES, rules=rules).groups, rules) == ()
