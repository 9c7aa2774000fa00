"""Plans are made without a database."""

from taoli.roster.queries.snapshot import Roster
from taoli.roster.services.planning import counts, is_empty, make_plan


def student(number: str, name: str, room: str, **more: object) -> dict[str, object]:
    return {"number": number, "name": name, "class": room, "grade": "高一", "class_number": 1, **more}


def facts(name: str, room: str, **more: object) -> dict[str, object]:
    own = {
        "gender": "",
        "birthday": "",
        "seat": None,
        "boarding": "",
        "neighbourhood": "",
        "address": "",
        "identity_number": "",
    }
    return {"name": name, "class": room, **own, "left": False, **more}


NOW = Roster(
    grades={"高一"},
    classes={"高一(1)班": {"grade": "高一", "campus": "", "homeroom": "", "closed": False}},
    students={"S1": facts("何晨曦", "高一(1)班", gender="f"), "S2": facts("罗一鸣", "高一(1)班")},
    members={("S1", "study_group", "高一(1)班", "向阳组"), ("S1", "dormitory", "", "101")},
    groups={("study_group", "高一(1)班", "向阳组"), ("dormitory", "", "101")},
)


def test_nothing_said_is_nothing_planned() -> None:
    assert is_empty(make_plan({}, NOW))


def test_an_empty_cell_and_a_missing_column_change_nothing() -> None:
    rows = [student("S1", "何晨曦", "高一(1)班", gender=None), student("S2", "罗一鸣", "高一(1)班")]
    plan = make_plan({"students": {"columns": ["number", "name", "class", "gender"], "rows": rows}}, NOW)
    assert is_empty(plan)


def test_an_empty_group_cell_takes_the_student_out_of_that_kind_of_group_only() -> None:
    rows = [student("S1", "何晨曦", "高一(1)班", study_group=None), student("S2", "罗一鸣", "高一(1)班")]
    plan = make_plan({"students": {"columns": ["class", "name", "number", "study_group"], "rows": rows}}, NOW)
    assert counts(plan) == {"members": {"add": 0, "change": 0, "close": 1}}
    assert plan["members"]["close"] == [["S1", "study_group", "高一(1)班", "向阳组"]]


def test_a_student_who_changes_class_leaves_the_study_group_even_without_that_column() -> None:
    rows = [student("S1", "何晨曦", "高一(2)班"), student("S2", "罗一鸣", "高一(1)班")]
    plan = make_plan({"students": {"columns": ["class", "name", "number"], "rows": rows}}, NOW)
    assert plan["members"]["close"] == [["S1", "study_group", "高一(1)班", "向阳组"]]
    assert [one["name"] for one in plan["classes"]["add"]] == ["高一(2)班"]


def test_only_students_of_the_files_classes_are_proposed_for_leaving() -> None:
    rows = [student("S9", "新来者", "高一(2)班")]
    plan = make_plan({"students": {"columns": ["class", "name", "number"], "rows": rows}}, NOW)
    assert plan["students"]["close"] == []
    rows = [student("S1", "何晨曦", "高一(1)班")]
    plan = make_plan({"students": {"columns": ["class", "name", "number"], "rows": rows}}, NOW)
    assert [one["number"] for one in plan["students"]["close"]] == ["S2"]
