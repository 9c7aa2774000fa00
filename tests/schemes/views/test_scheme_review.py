from typing import Any

import pytest

from taoli.common.models import AuditEntry
from taoli.schemes import services
from taoli.schemes.models import SchemeReview, SchemeVersion
from taoli.schemes.queries import reviewed
from tests.world import START, World


def deed(world: World, row: SchemeVersion, who: str, what: str, text: str = "") -> Any:
    answer = world.client(who).post(f"/schemes/{row.pk}/review/", {"deed": what, "text": text})
    row.refresh_from_db()
    return answer


def test_a_second_person_approves_and_it_is_published(world: World, ready: SchemeVersion) -> None:
    deed(world, ready, "孙悦", "send", "请看谈话次数")
    assert ready.state == "review"
    page = world.client("钱程").get(f"/schemes/{ready.pk}/review/").content.decode()
    assert "请看谈话次数" in page
    assert "一轮有几周" in page
    deed(world, ready, "钱程", "remark", "可以")
    with pytest.raises(Exception, match="草稿正在审阅"):
        services.publish(by=world.office, pk=ready.pk, in_force_from=START)
    deed(world, ready, "钱程", "approve")
    assert (reviewed(ready).approved, reviewed(ready).by_another) == (True, True)
    services.publish(by=world.office, pk=ready.pk, in_force_from=START)
    kinds = SchemeReview.objects.of(world.school).order_by("at", "id").values_list("kind", flat=True)
    assert list(kinds) == ["sent", "remark", "approved"]
    entry = AuditEntry.objects.of(world.school).get(action="scheme.publish")
    assert entry.data["approved_by_another"] is True


def test_sent_back_goes_to_the_draft_with_what_is_to_change(world: World, ready: SchemeVersion) -> None:
    deed(world, ready, "孙悦", "send")
    assert "请写明要改什么，再退回。" in deed(world, ready, "钱程", "back").content.decode()
    answer = deed(world, ready, "钱程", "back", "谈话改为两周一次")
    assert (ready.state, answer["Location"]) == ("draft", f"/schemes/?version={ready.pk}")
    assert "谈话改为两周一次" in world.client("孙悦").get(f"/schemes/{ready.pk}/review/").content.decode()


def test_nothing_is_changed_while_it_is_under_review(world: World, ready: SchemeVersion) -> None:
    deed(world, ready, "孙悦", "send")
    with pytest.raises(Exception, match="草稿正在审阅，暂不能改"):
        services.set_values(by=world.office, pk=ready.pk, changes={"cycle.weeks": 5}, edit=ready.edit)
    deed(world, ready, "孙悦", "take")
    assert ready.state == "draft"


def test_the_same_person_may_approve_and_the_page_says_so(world: World, ready: SchemeVersion) -> None:
    deed(world, ready, "孙悦", "send")
    deed(world, ready, "孙悦", "approve")
    assert (reviewed(ready).approved, reviewed(ready).by_another) == (True, False)
    page = world.client("孙悦").get(f"/schemes/{ready.pk}/review/").content.decode()
    assert "送审和同意的是同一个人，记录里已写明。" in page
    assert "去发布" in page


def test_checklist_says_what_is_open_and_what_does_not_fit_the_term(world: World, draft: SchemeVersion) -> None:
    page = world.client("孙悦").get(f"/schemes/{draft.pk}/review/").content.decode()
    assert "不填就算不出每轮的要求" in page
    assert "送审" not in page.replace("已送审", "")
    changes = {"cycle.weeks": 26, "capacity.mentor.min": 7, "capacity.mentor.max": 16}
    services.set_values(by=world.office, pk=draft.pk, changes=changes, edit=draft.edit)
    page = world.client("孙悦").get(f"/schemes/{draft.pk}/review/").content.decode()
    assert "26 周一轮" in page


def test_only_what_is_under_review_is_answered(world: World, ready: SchemeVersion) -> None:
    assert "已经不在审阅中" in deed(world, ready, "孙悦", "approve").content.decode()
    assert deed(world, ready, "孙悦", "something").status_code == 404
    assert deed(world, ready, "钱程", "send").status_code == 404
    deed(world, ready, "孙悦", "send")
    assert deed(world, ready, "钱程", "take").status_code == 404
    assert "请先写下意见。" in deed(world, ready, "钱程", "remark").content.decode()


def test_open_values_keep_it_from_being_sent(world: World, draft: SchemeVersion) -> None:
    assert "还有 3 处没有填写" in deed(world, draft, "孙悦", "send").content.decode()


def test_mentors_do_not_see_it(world: World, ready: SchemeVersion) -> None:
    deed(world, ready, "孙悦", "send")
    assert world.client("王敏").get(f"/schemes/{ready.pk}/review/").status_code == 403
    assert world.client("王敏").get("/schemes/", {"version": str(ready.pk)}).status_code == 404
    assert world.client("钱程").get("/schemes/", {"version": str(ready.pk)}).status_code == 200
