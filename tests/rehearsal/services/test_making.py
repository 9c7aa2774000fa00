from collections import Counter

import pytest

from taoli.rehearsal.services.made import MadeSchool, MadeStudent, Spec
from taoli.rehearsal.services.making import make_school
from taoli.rehearsal.services.specs import big, small

WHOLE = make_school(big())


def test_the_same_seed_makes_the_same_school() -> None:
    assert make_school(big()).digest() == WHOLE.digest()


def test_another_seed_makes_another_school() -> None:
    assert make_school(big(seed=1)).digest() != WHOLE.digest()


def test_the_demo_school_is_a_whole_one() -> None:
    assert (len(WHOLE.classes), len(WHOLE.students), len(WHOLE.staff)) == (12, 540, 45)
    assert {one.grade for one in WHOLE.classes} == {"高一", "高二", "高三"}


def test_the_second_school_is_a_small_one() -> None:
    made = make_school(small())
    assert (made.spec.name, len(made.classes), len(made.students), len(made.staff)) == ("小满中学", 4, 120, 14)


@pytest.mark.parametrize("students", [135, 3000])
def test_a_school_can_be_made_in_another_size(students: int) -> None:
    made = make_school(big(students))
    assert abs(len(made.students) - students) <= 45
    assert len(made.staff) >= len(made.students) // 13


@pytest.mark.parametrize("spec", [big(), small()], ids=["big", "small"])
def test_no_number_or_telephone_is_given_twice(spec: Spec) -> None:
    made = make_school(spec)
    phones = [one.phone for one in made.staff]
    phones += [guardian.phone for one in made.students for guardian in one.guardians]
    for given in ([one.number for one in made.students], [one.number for one in made.staff], phones):
        assert len(given) == len(set(given))


def test_telephones_lie_in_a_range_no_operator_has() -> None:
    phones = [guardian.phone for one in WHOLE.students for guardian in one.guardians]
    assert {phone[:3] for phone in phones} == {"164"}
    assert {len(phone) for phone in phones} == {11}


def test_no_two_of_a_class_and_no_two_teachers_share_a_name() -> None:
    in_class = Counter((one.class_name, one.name) for one in WHOLE.students)
    assert [name for name, count in in_class.items() if count > 1] == []
    assert len({one.name for one in WHOLE.staff}) == 45


def test_there_are_long_and_single_names() -> None:
    names = [one.name for one in WHOLE.students]
    assert any("·" in name for name in names)
    assert any(len(name) == 2 for name in names)


def test_each_class_has_six_groups_of_seven_or_eight_and_one_homeroom_teacher_of_its_own() -> None:
    groups = Counter((one.class_name, one.group) for one in WHOLE.students)
    assert len(groups) == 72
    assert set(groups.values()) == {7, 8}
    assert len({one.homeroom for one in WHOLE.classes}) == 12
    teaches = {one.number: one.classes for one in WHOLE.staff}
    assert [one.name for one in WHOLE.classes if one.name not in teaches[one.homeroom]] == []


def test_rooms_hold_boarders_of_one_class_and_gender_eight_at_most() -> None:
    rooms: dict[str, list[tuple[str, str]]] = {}
    for one in WHOLE.students:
        assert bool(one.room) == one.boarder
        if one.room:
            rooms.setdefault(one.room, []).append((one.class_name, one.gender))
    assert {len(set(people)) for people in rooms.values()} == {1}
    assert max(len(people) for people in rooms.values()) == 8


def test_children_are_of_the_age_of_their_grade() -> None:
    ages = {grade: {one.birthday.year for one in in_grade(WHOLE, grade)} for grade in ("高一", "高三")}
    assert ages == {"高一": {2010, 2011}, "高三": {2008, 2009}}


def in_grade(made: MadeSchool, grade: str) -> list[MadeStudent]:
    return [one for one in made.students if one.class_name.startswith(grade)]


def test_everybody_has_a_guardian_and_offices_are_different_people() -> None:
    assert all(one.guardians for one in WHOLE.students)
    people = [*WHOLE.offices.values(), *WHOLE.grade_leads.values()]
    assert len(people) == len(set(people)) == 9
