import datetime as dt
import uuid

from hypothesis import given
from hypothesis import strategies as st

from taoli.home.queries.next_actions import AT_MOST, Owed, Person, in_hand, plan, weeks_left

MONDAY = dt.date(2026, 11, 23)
MONTH_END = dt.date(2026, 11, 30)
TERM_END = dt.date(2027, 1, 29)


def person(number: int, room: str = "高一(1)班", last: dt.date | None = None, group: int | None = None) -> Person:
    return Person(
        uuid.UUID(int=number),
        f"学生{number}",
        room,
        group_id=uuid.UUID(int=group) if group else None,
        last=last,
    )


def talk(*numbers: int, due: dt.date = MONTH_END) -> list[Owed]:
    return [Owed("individual", "talk", 3, uuid.UUID(int=one), (uuid.UUID(int=one),), due) for one in numbers]


def call(*numbers: int, due: dt.date = TERM_END) -> list[Owed]:
    return [Owed("family", "phone", 1, uuid.UUID(int=one), (uuid.UUID(int=one),), due) for one in numbers]


def activity(group: int, *numbers: int) -> Owed:
    return Owed(
        "group_activity",
        "activity",
        1,
        uuid.UUID(int=group),
        tuple(uuid.UUID(int=one) for one in numbers),
        dt.date(2026, 12, 18),
    )


def known(*people: Person) -> dict[uuid.UUID, Person]:
    return {one.pk: one for one in people}


def names(action: object) -> list[str]:
    return [one.name for one in action.students]  # type: ignore[attr-defined]


def test_three_of_one_class_are_asked_together_because_that_settles_most() -> None:
    people = known(*(person(one) for one in range(1, 5)), person(9, "高一(2)班"))
    (first, *_others) = plan(talk(9, 1, 2, 3, 4), people, MONDAY, {}).actions
    assert names(first) == ["学生1", "学生2", "学生3"]
    assert (first.settles, first.way, first.due) == (3, "talk", MONTH_END)


def test_who_was_longest_without_contact_comes_first() -> None:
    people = known(
        person(1, last=dt.date(2026, 11, 20)),
        person(2, last=dt.date(2026, 11, 1)),
        person(3),
        person(4, last=dt.date(2026, 11, 12)),
    )
    assert names(plan(talk(1, 2, 3, 4), people, MONDAY, {}).actions[0]) == ["学生3", "学生2", "学生4"]


def test_at_most_three_actions_of_different_ways_soonest_first() -> None:
    people = known(*(person(one, group=7) for one in range(1, 9)))
    owed = [*call(*range(1, 9)), activity(7, *range(1, 9)), *talk(*range(1, 9))]
    found = plan(owed, people, MONDAY, {})
    assert [one.way for one in found.actions] == ["talk", "activity", "phone"]
    assert [one.whole_group for one in found.actions] == [False, True, False]
    assert len(found.actions[2].students) == 1


def test_the_same_way_comes_again_when_nothing_else_waits() -> None:
    people = known(*(person(one) for one in range(1, 9)))
    found = plan(talk(*range(1, 9)), people, MONDAY, {})
    assert [len(one.students) for one in found.actions] == [3, 3, 2]


def test_one_talk_settles_two_requirements_of_the_same_student() -> None:
    people = known(person(1), person(2))
    weekly = [Owed("weekly", "talk", 3, uuid.UUID(int=2), (uuid.UUID(int=2),), MONTH_END)]
    (first, *_others) = plan([*talk(1, 2), *weekly], people, MONDAY, {}).actions
    assert first.settles == 3
    assert set(first.duties) == {"individual", "weekly"}


def test_a_talk_alone_asks_one_student_only() -> None:
    people = known(person(1), person(2))
    alone = [Owed("deep", "talk", 1, one, (one,), MONTH_END) for one in people]
    assert [len(one.students) for one in plan(alone, people, MONDAY, {}).actions] == [1, 1]


def test_a_share_of_the_week_that_is_done_waits_until_next_week() -> None:
    owed = call(*range(1, 11))
    assert not in_hand("family", owed, MONDAY, settled=0)
    assert in_hand("family", owed, MONDAY, settled=2)
    found = plan(owed, known(*(person(one) for one in range(1, 11))), MONDAY, {"family": 2})
    assert found.finished
    assert found.actions == []


def test_nothing_owed_is_a_finished_week() -> None:
    assert plan([], {}, MONDAY, {}).finished


def test_what_is_put_off_is_hidden_and_counted_but_the_week_is_not_finished() -> None:
    people = known(person(1))
    found = plan(talk(1), people, MONDAY, {}, {("talk", uuid.UUID(int=1))})
    assert (found.actions, found.finished, found.put_off) == ([], False, 1)


def test_weeks_left_count_this_one_and_that_of_the_day() -> None:
    assert weeks_left(MONDAY, MONDAY) == 1
    assert weeks_left(MONDAY, dt.date(2026, 11, 29)) == 1
    assert weeks_left(MONDAY, MONTH_END) == 2
    assert weeks_left(MONDAY, dt.date(2026, 11, 2)) == 1


@given(st.lists(st.tuples(st.integers(1, 12), st.sampled_from(["talk", "phone"]), st.integers(0, 60)), max_size=24))
def test_no_plan_is_longer_than_three_or_asks_the_same_twice(rows: list[tuple[int, str, int]]) -> None:
    people = known(*(person(one, f"高一({one % 3})班") for one in range(1, 13)))
    owed = [
        Owed(
            f"{way}-duty",
            way,
            3 if way == "talk" else 1,
            uuid.UUID(int=one),
            (uuid.UUID(int=one),),
            MONDAY + dt.timedelta(days),
        )
        for one, way, days in rows
    ]
    found = plan(owed, people, MONDAY, {})
    asked = [(action.way, one.pk) for action in found.actions for one in action.students]
    assert len(found.actions) <= AT_MOST
    assert len(asked) == len(set(asked))
    assert found.finished == (not owed)
    assert bool(found.actions) == bool(owed)
