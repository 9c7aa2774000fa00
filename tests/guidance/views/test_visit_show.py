from taoli.common.models import ViewLog
from taoli.guidance.services import Answer, take
from tests.guidance.visiting import SATURDAY, accept, offer, text
from tests.world import World


def test_the_mentor_sees_how_it_stands_whom_to_ring_and_the_card(settled: World) -> None:
    row = accept(offer(settled), settled)
    page = text(settled.client("王敏").get(f"/guidance/visits/{row.pk}/"))
    assert [
        word for word in ("11月25日 周三 16:30", "13800000000", "已到", "不收礼物", "修改经过") if word not in page
    ] == []


def test_others_are_logged_and_cannot_tap(settled: World) -> None:
    row = accept(offer(settled), settled)
    page = text(settled.client("李慧").get(f"/guidance/visits/{row.pk}/"))
    assert "/tap/arrived/" not in page
    assert ViewLog.objects.of(settled.school).filter(page="guidance:visit_show").count() == 1
    settled.client("王敏").get(f"/guidance/visits/{row.pk}/")
    assert ViewLog.objects.of(settled.school).filter(page="guidance:visit_show").count() == 1


def test_beyond_reach_it_is_as_if_there_were_none(settled: World) -> None:
    row = offer(settled, "孙浩然", by="李慧")
    assert settled.client("王敏").get(f"/guidance/visits/{row.pk}/").status_code == 404
    assert settled.client("林母").get(f"/guidance/visits/{row.pk}/").status_code == 403


def test_what_the_family_asks_for_and_says_is_shown_to_the_mentor(settled: World) -> None:
    row = offer(settled)
    said = Answer(starts=SATURDAY, place="elsewhere", place_note="图书馆", words="<b>要上班</b>")
    take(by=settled.actor("林母"), row_id=row.pk, edit=1, answer=said)
    page = text(settled.client("王敏").get(f"/guidance/visits/{row.pk}/"))
    assert ("图书馆" in page, "&lt;b&gt;要上班" in page, "同意这个安排" in page) == (True, True, True)
