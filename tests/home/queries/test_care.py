import datetime as dt

from taoli.care.models import CareCase, CaseMeasure
from taoli.care.services import plan_measure
from tests.care.caring import NEXT, taken, worry
from tests.world import TODAY, World


def test_the_desk_says_how_many_cases_wait_without_a_name(settled: World) -> None:
    assert "待决定的关注个案" not in settled.client("孙悦").get("/desk/").content.decode()
    worry(settled)
    page = settled.client("孙悦").get("/desk/").content.decode()
    assert "待决定的关注个案：1" in page
    assert "/care/cases/?show=raised" in page
    assert "林子涵" not in page


def test_a_leader_who_has_left_stands_on_the_desk_of_office_and_grade(settled: World) -> None:
    case = taken(settled, leader="周宁")
    settled.staff["周宁"].left_on = TODAY
    settled.staff["周宁"].save(update_fields=["left_on"])
    CareCase.objects.of(settled.school).filter(pk=case.pk).update(review_on=TODAY)
    for name in ("孙悦", "赵国栋"):
        page = settled.client(name).get("/desk/").content.decode()
        assert "不在校的关注个案：1" in page
        assert "建议回看的关注个案：1" in page


def test_today_shows_ones_measures_when_their_day_has_come(settled: World) -> None:
    case = taken(settled, leader="王敏")
    plan_measure(
        by=settled.actor("李慧"), case_id=case.pk, text="一起吃午饭", owner_id=settled.staff["王敏"].pk, due_on=NEXT
    )
    client = settled.client("王敏")
    assert "一起吃午饭" not in client.get("/today/").content.decode()
    CaseMeasure.objects.of(settled.school).update(due_on=TODAY)
    CareCase.objects.of(settled.school).update(review_on=TODAY - dt.timedelta(days=1))
    page = client.get("/today/").content.decode()
    assert "一起吃午饭" in page
    assert page.count(f"/care/cases/{case.pk}/") == 2


def test_pages_of_a_student_lead_to_raising_a_worry_for_staff_only(settled: World) -> None:
    pk = settled.students["林子涵"].pk
    for name, found in (("王敏", True), ("李慧", True), ("林子涵", False), ("林母", False), ("吴考", False)):
        page = settled.client(name).get(f"/guidance/students/{pk}/").content.decode()
        assert (f"/care/students/{pk}/raise/" in page) is found, name
    assert f"/care/students/{pk}/raise/" in settled.client("李慧").get(f"/roster/students/{pk}/").content.decode()
