import datetime as dt

from taoli.care.models import CareCase
from taoli.care.queries import CaseRow, case_list, cases_of, cases_without_leader, due_cases
from taoli.care.services import climb_case, plan_measure
from taoli.roster.models import StaffLeave
from tests.care.caring import NEXT, closed, taken, worry
from tests.world import TODAY, World


def names(rows: list[CaseRow]) -> list[str]:
    return [row.student for row in rows]


def test_an_agenda_holds_what_is_raised_due_or_without_a_leader(world: World) -> None:
    case = taken(world)
    room, grade = world.classes["高一(1)班"].pk, world.grades["高一"].pk
    school = world.school.pk
    assert due_cases(school, class_id=room, until=TODAY) == []
    assert [row.pk for row in due_cases(school, class_id=room, until=NEXT)] == [case.pk]
    plan_measure(by=world.actor("李慧"), case_id=case.pk, text="谈话", owner_id=world.staff["王敏"].pk, due_on=TODAY)
    rows = due_cases(school, grade_id=grade, until=TODAY)
    assert [[one.text for one in row.measures] for row in rows] == [["谈话"]]
    worry(world, by="孙悦", student="吴桐")
    assert names(due_cases(school, until=TODAY)) == ["林子涵", "吴桐"]
    assert due_cases(school, until=TODAY, level="grade") == []
    assert not hasattr(rows[0], "reason")


def test_a_leader_who_leaves_or_is_away_alone_is_found(world: World) -> None:
    case = taken(world)
    assert cases_without_leader(world.school.pk) == []
    leave = StaffLeave.objects.create(school=world.school, staff=world.staff["陈立"], starts=TODAY)
    assert [(row.pk, row.leaderless) for row in cases_without_leader(world.school.pk)] == [(case.pk, True)]
    leave.substitute = world.staff["王敏"]
    leave.save(update_fields=["substitute"])
    assert cases_without_leader(world.school.pk) == []
    world.staff["陈立"].left_on = TODAY
    world.staff["陈立"].save(update_fields=["left_on"])
    assert len(cases_without_leader(world.school.pk)) == 1


def test_a_measure_whose_owner_leaves_is_found(world: World) -> None:
    case = taken(world)
    plan_measure(by=world.actor("李慧"), case_id=case.pk, text="谈话", owner_id=world.staff["周宁"].pk, due_on=NEXT)
    world.staff["周宁"].left_on = TODAY
    world.staff["周宁"].save(update_fields=["left_on"])
    rows = cases_without_leader(world.school.pk)
    assert [(row.pk, row.leaderless) for row in rows] == [(case.pk, False)]


def test_the_most_serious_comes_first_and_past_ones_stand_apart(world: World) -> None:
    closed(world)
    worry(world, by="孙悦", student="吴桐")
    worry(world, by="孙悦", student="钱多多", seriousness="urgent")
    assert names(case_list(world.office)) == ["钱多多", "吴桐"]
    assert names(case_list(world.office, show="past")) == ["林子涵"]
    assert names(case_list(world.office, show="raised")) == ["钱多多", "吴桐"]
    assert [row.state for row in cases_of(world.actor("王敏"), world.students["林子涵"].pk)] == ["closed"]
    assert case_list(world.office, level="school") == []


def test_what_is_due_and_what_one_leads(world: World) -> None:
    case = taken(world, leader="钱程")
    CareCase.objects.of(world.school).filter(pk=case.pk).update(review_on=TODAY - dt.timedelta(days=1))
    assert names(case_list(world.office, show="due")) == ["林子涵"]
    assert names(case_list(world.actor("钱程"), show="mine")) == ["林子涵"]
    assert case_list(world.office, show="mine") == []
    assert [row.review_due for row in case_list(world.office)] == [True]


def test_the_grade_lead_keeps_seeing_a_case_that_climbed_on(world: World) -> None:
    case = worry(world)
    climb_case(by=world.actor("李慧"), pk=case.pk, edit=1, text="看看")
    assert names(case_list(world.actor("李慧"))) == ["林子涵"]
    assert names(case_list(world.actor("赵国栋"), level="grade")) == ["林子涵"]
