from taoli.common.models import ViewLog
from taoli.roster.models import Student
from tests.guidance.visiting import accept, offer, text
from tests.world import World

URL = "/guidance/visits/route/?first=2026-11-23&last=2026-12-20"


def test_the_sheet_has_addresses_in_order_and_its_reading_is_logged(settled: World) -> None:
    Student.objects.of(settled.school).filter(pk=settled.students["林子涵"].pk).update(address="桃花街道3号")
    accept(offer(settled), settled)
    page = text(settled.client("王敏").get(URL))
    assert [
        word for word in ("桃花街道3号", "13800000000", "11月25日 周三 16:30", "不收礼物") if word not in page
    ] == []
    assert ViewLog.objects.of(settled.school).filter(page="guidance:visit_route").count() == 1


def test_nobody_elses_visits_and_no_wrong_days(settled: World) -> None:
    accept(offer(settled), settled)
    assert "林子涵" not in text(settled.client("李慧").get(URL))
    assert settled.client("王敏").get("/guidance/visits/route/?first=2026-99-99&last=x").status_code == 200
