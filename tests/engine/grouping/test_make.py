from collections import Counter

import numpy as np
import pytest

from taoli.engine.grouping import Groups, Member, Rules, layers_by_ratio, make_groups, serpentine
from taoli.engine.grouping.features import features, shares
from tests.engine.grouping.classes import ATTRIBUTES, class_of, made


def gap(members: list[Member], groups: Groups, trait: str) -> int:
    of = {one.id: getattr(one, trait) for one in members}
    counts = [Counter(of[one] for one in group) for group in groups.groups]
    return max(max(c[value] for c in counts) - min(c[value] for c in counts) for value in set(of.values()))


def test_a_class_of_fifty_is_dealt_evenly_and_far_more_alike_than_the_s_shaped_deal() -> None:
    members = class_of(50)
    groups = made(members, 6, ATTRIBUTES, seed=1, starts=20)
    assert groups.strata_gap <= 1
    assert gap(members, groups, "layer") <= 1
    assert groups.unlike < groups.serpentine / 4
    assert [one.attribute for one in groups.balances] == ["score", "height"]
    mean = sum(one.means + one.spreads for one in groups.balances) / 4
    assert mean == pytest.approx(groups.unlike)
    before = sum(one.serpentine_means + one.serpentine_spreads for one in groups.balances) / 4
    assert before == pytest.approx(groups.serpentine)


def test_the_same_seed_gives_the_same_groups_in_any_order() -> None:
    members = class_of(30)
    groups = made(members, 4, ATTRIBUTES, seed=5)
    assert made(members[::-1], 4, ATTRIBUTES, seed=5) == groups


def test_strata_that_leave_no_choice_give_way_to_the_improved_s_shaped_deal() -> None:
    """Every stratum is one student: dealing fixes everything, and badly."""
    members = [Member(f"s{one}", layer=str(one), values={"score": one % 2}) for one in range(8)]
    groups = made(members, 2, ["score"], seed=0)
    assert groups.unlike == pytest.approx(0)
    assert groups.serpentine == pytest.approx(0)
    assert [sum(int(one[1]) % 2 for one in group) for group in groups.groups] == [2, 2]


def test_without_attributes_only_the_strata_are_dealt() -> None:
    members = [Member(f"s{one}", gender="fm"[one % 2]) for one in range(8)]
    groups = made(members, 4)
    assert groups.unlike == groups.serpentine == 0.0
    assert groups.balances == ()
    assert gap(members, groups, "gender") == 0


def test_missing_values_count_as_average_and_constants_as_nothing() -> None:
    members = [Member("a", values={"score": 1}), Member("b", values={"score": 3}), Member("c")]
    table = features(members, ["score", "none"]).table
    assert table[2].tolist() == pytest.approx([0, -np.sqrt(2), 0, 0])
    assert table[:, [2, 3]].tolist() == [[0, 0]] * 3
    assert shares(table, np.array([0, 0, 1]), 2).tolist() == pytest.approx([0, 1, 0, 0])


def test_the_s_shaped_deal_turns_round_at_each_end() -> None:
    members = [Member(f"s{one}", values={"score": -one}) for one in range(7)]
    assert serpentine(members, 3, ["score"]) == (0, 1, 2, 2, 1, 0, 0)


def test_the_s_shaped_deal_passes_over_a_group_that_has_its_size() -> None:
    members = [Member(f"s{one}", values={"score": -one}) for one in range(7)]
    assert serpentine(members, 3, ["score"], (1, 4, 2)) == (0, 1, 2, 2, 1, 1, 1)


def test_a_category_is_spread_by_its_words() -> None:
    members = [Member(f"s{one:02d}", values={"town": "abc"[one % 3], "score": one}) for one in range(12)]
    groups = made(members, 4, ["town", "score"])
    assert groups.balances[0].means == pytest.approx(0)
    assert groups.balances[0].spreads == groups.balances[0].serpentine_spreads == 0
    assert groups.balances[0].serpentine_means > 0
    for group in groups.groups:
        assert {int(one[1:]) % 3 for one in group} == {0, 1, 2}


def test_layers_follow_the_ratio_by_largest_remainder() -> None:
    scores = {f"s{one:02d}": float(-one) for one in range(13)}
    layers = layers_by_ratio(scores)
    assert Counter(layers.values()) == {"upper": 4, "middle": 6, "lower": 3}
    assert layers["s00"] == layers["s03"] == "upper"
    assert layers["s12"] == "lower"
    assert Counter(layers_by_ratio(scores, (1, 1), ("a", "b")).values()) == {"a": 7, "b": 6}


@pytest.mark.parametrize("count", [0, 4])
def test_more_groups_than_members_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match=f"{count} groups cannot be made of 3 members"):
        make_groups(class_of(3), count)


def test_an_id_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="an id stands twice"):
        serpentine([Member("a"), Member("a")], 1, ())


def test_nobody_makes_one_empty_group() -> None:
    assert made([], 1, ATTRIBUTES).groups == ((),)


def test_where_the_strata_give_way_the_deal_is_not_unmixed() -> None:
    scores = {f"{place:02}": float(60 + place * 7 % 40) for place in range(12)}
    layers = layers_by_ratio(scores, (3, 5, 2), ["1", "2", "3"])
    pupils = [
        Member(one, layer=layers[one], gender="女" if int(one) % 2 else "男", values={"score": mark})
        for one, mark in scores.items()
    ]
    found = make_groups(pupils, 3, ["score"])
    assert [note.code for note in found.notes] == ["strata_gave_way"]
    girls = [sum(int(one) % 2 for one in ids) for ids in found.groups]
    assert girls == [2, 2, 2]


def test_where_the_strata_give_way_under_rules_the_deal_is_improved_inside_the_rules() -> None:
    pupils = [
        Member(one, layer=layer, gender=gender, values={"score": mark})
        for one, layer, gender, mark in (
            ("a", "B", "女", 5.0),
            ("b", "B", "男", 1.0),
            ("c", "A", "女", 0.0),
            ("d", "C", "女", 20.0),
        )
    ]
    found = make_groups(pupils, 2, ["score"], rules=Rules(apart=(frozenset("ac"),)), starts=1)
    assert isinstance(found, Groups)
    assert [note.code for note in found.notes] == ["strata_gave_way"]
    assert not any({"a", "c"} <= set(ids) for ids in found.groups)
    assert found.unlike <= found.serpentine
