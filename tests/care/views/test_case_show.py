import pytest

from taoli.care.services import climb_case, plan_measure
from taoli.care.services.referrals import Advice, advise, move_referral
from taoli.common.errors import TaoliError
from taoli.common.models import ViewLog
from tests.care.caring import NEXT, OUTCOME, WORRY, closed, taken, worry
from tests.care.counselling import referred
from tests.world import World


@pytest.mark.parametrize("name", ["王敏", "李慧", "赵国栋", "孙悦", "钱程"])
def test_the_entitled_read_all_and_each_opening_is_logged(world: World, name: str) -> None:
    case = worry(world, by="孙悦")
    page = world.client(name).get(f"/care/cases/{case.pk}/").content.decode()
    assert WORRY in page
    rows = ViewLog.objects.of(world.school).filter(noun="care.case", page="care:case_show")
    assert [row.ids for row in rows] == [[str(case.pk)]]


def test_without_a_log_nothing_is_shown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    case = worry(world)

    def fails(*_args: object, **_kwargs: object) -> None:
        raise TaoliError("no log")

    monkeypatch.setattr("taoli.care.queries.case_view.log_view", fails)
    opened: list[object] = []
    monkeypatch.setattr("taoli.care.queries.case_view.case_text", lambda *args: opened.append(args))
    answer = world.client("李慧").get(f"/care/cases/{case.pk}/")
    assert answer.status_code == 409
    assert WORRY not in answer.content.decode()
    assert opened == []


def test_who_raised_it_sees_own_words_and_where_it_stands_not_what_others_wrote(world: World) -> None:
    case = worry(world)
    worry(world, by="何静", reason="她说夜里睡不着")
    climb_case(by=world.actor("李慧"), pk=case.pk, edit=1, text="请年级看看")
    page = world.client("何静").get(f"/care/cases/{case.pk}/").content.decode()
    assert "她说夜里睡不着" in page
    assert "提交上一级" in page
    assert WORRY not in page
    assert "请年级看看" not in page
    assert "/climb/" not in page


def test_who_raised_it_hears_what_came_of_it(world: World) -> None:
    case = worry(world, by="何静")
    done = closed(world)
    assert case.pk == done.pk
    page = world.client("何静").get(f"/care/cases/{case.pk}/").content.decode()
    assert OUTCOME in page


def test_who_has_a_measure_sees_it_and_the_fact_only(world: World) -> None:
    case = taken(world, text="请陈老师负责")
    for owner, text in (("何静", "每周聊一次"), ("王敏", "每天一起吃饭")):
        plan_measure(by=world.actor("李慧"), case_id=case.pk, text=text, owner_id=world.staff[owner].pk, due_on=NEXT)
    page = world.client("何静").get(f"/care/cases/{case.pk}/").content.decode()
    assert "每周聊一次" in page
    for hidden in ("每天一起吃饭", WORRY, "请陈老师负责", "先留意"):
        assert hidden not in page


def test_the_counsellor_who_has_the_student_in_care_sees_how_far_it_is_and_nobodys_words(world: World) -> None:
    case = taken(world, text="请陈老师负责")
    plan_measure(
        by=world.actor("李慧"), case_id=case.pk, text="每天一起吃饭", owner_id=world.staff["王敏"].pk, due_on=NEXT
    )
    row, client = referred(world), world.client("何静")
    assert client.get(f"/care/cases/{case.pk}/").status_code == 404  # asked is not in care
    move_referral(by=world.actor("何静"), pk=row.pk, to=row.State.CARE)
    page = client.get(f"/care/cases/{case.pk}/").content.decode()
    assert [one for one in ("班级", "陈立", "这名学生由您跟进") if one not in page] == []
    for hidden in (WORRY, "请陈老师负责", "每天一起吃饭", "/climb/", "/close/"):
        assert hidden not in page
    assert "林子涵" in client.get("/care/cases/").content.decode()
    row.refresh_from_db()
    advise(by=world.actor("何静"), pk=row.pk, edit=row.edit, advice=Advice("watch", "先不催作业", then="ended"))
    assert client.get(f"/care/cases/{case.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("name", "code"), [("何静", 404), ("吴考", 403), ("郑明", 403), ("林子涵", 403), ("林母", 403)]
)
def test_others_do_not_find_it(world: World, name: str, code: int) -> None:
    case = worry(world)
    assert world.client(name).get(f"/care/cases/{case.pk}/").status_code == code


def test_whose_leader_has_gone_asks_for_another(world: World) -> None:
    case = taken(world)
    world.staff["陈立"].left_on = NEXT
    world.staff["陈立"].save(update_fields=["left_on"])
    page = world.client("孙悦").get(f"/care/cases/{case.pk}/").content.decode()
    assert "请更换负责人" in page
    assert "/hand_on/" in page


def test_an_earlier_mentor_who_did_not_raise_it_sees_it_no_more(world: World) -> None:
    case = worry(world, by="孙悦")
    student = world.students["林子涵"]
    student.mentor = world.staff["陈立"]
    student.save(update_fields=["mentor"])
    assert world.client("王敏").get(f"/care/cases/{case.pk}/").status_code == 404
