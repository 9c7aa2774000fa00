"""公示, 表彰决定 and certificates once an honour has been put up."""

from taoli.evaluation.models import HonourNotice
from tests.documents.official.school_forms import data, sheets, staff
from tests.evaluation.honouring import notice
from tests.world import World

ALL = ["王敏　　李慧　　陈立"]


def test_the_notice_has_its_days_telephone_and_mailbox(world: World) -> None:
    notice(world)
    found = data(world, "public_notice", "钱程")
    assert (found["starts"], found["ends"]) == ("2026年11月12日", "2026年11月18日")
    assert (found["telephone"], found["mailbox"]) == ("0354-1234567", "德育处意见箱")
    assert found["honours"] == [{"label": "优秀导师（3 人）", "names": ALL}]


def test_a_draft_of_a_notice_is_the_offices_own(world: World) -> None:
    notice(world, posted=False)
    assert data(world, "public_notice", "孙悦")["telephone"] == "0354-1234567"
    assert "0354" not in str(data(world, "public_notice", "钱程"))


def test_what_is_on_the_wall_is_not_decided_yet(world: World) -> None:
    notice(world)
    assert "还没有公布" in str(data(world, "commendation", "孙悦"))
    assert sheets(world, "certificate", "孙悦", *staff(world, "王敏")) == []


def test_the_decision_leaves_out_whom_a_remark_took_off(world: World) -> None:
    row = notice(world)
    HonourNotice.objects.of(world.school).filter(pk=row.pk).update(
        state=HonourNotice.State.RESULT, left_out=[str(world.staff["王敏"].pk)]
    )
    assert data(world, "commendation", "钱程")["honours"] == [{"label": "优秀导师（2 人）", "names": ["李慧　　陈立"]}]
    assert sheets(world, "certificate", "钱程", *staff(world, "王敏")) == []
    (one,) = sheets(world, "certificate", "钱程", *staff(world, "李慧"))
    assert one.data["honour"] == "优秀导师"


def test_one_taken_down_counts_for_nothing(world: World) -> None:
    row = notice(world)
    HonourNotice.objects.of(world.school).filter(pk=row.pk).update(state=HonourNotice.State.WITHDRAWN)
    assert data(world, "commendation", "钱程")["honours"][0]["names"] == ALL
    assert "0354" not in str(data(world, "public_notice", "孙悦"))
