import datetime as dt
import re
import uuid

from taoli.guidance.models import Appointment
from tests.guidance.visiting import text
from tests.world import World

URL = "/guidance/visits/plan/"
DAYS = {"first": "2026-11-24", "last": "2026-12-04", "begins": "16:20", "per_day": "2", "minutes": "40"}


def shown(world: World) -> dict[str, str]:
    """What the page sends back of the days it has proposed."""
    page = text(world.client("王敏").get(URL, DAYS))
    return {**DAYS, **dict(re.findall(r'name="(starts-[0-9a-f-]+)" value="([^"]+)"', page))}


def test_days_are_proposed_before_anything_is_sent(settled: World) -> None:
    page = text(settled.client("王敏").get(URL, DAYS))
    assert [name for name in ("林子涵", "周一诺", "赵思源") if name not in page] == []
    assert "给 3 家提供时间" in page
    assert Appointment.objects.of(settled.school).count() == 0


def test_offering_gives_each_family_its_time_once(settled: World) -> None:
    sent = {**shown(settled), "offer": "1", "op": str(uuid.uuid4())}
    for _twice in range(2):
        assert settled.client("王敏").post(URL, sent)["Location"] == "/guidance/visits/slips/"
    assert Appointment.objects.of(settled.school).count() == 3


def test_a_family_left_out_is_offered_nothing(settled: World) -> None:
    client = settled.client("王敏")
    seen = shown(settled)
    first, *others = [name for name in seen if name.startswith("starts-")]
    client.post(URL, {**seen, "offer": "1", first.replace("starts", "skip"): "1"})
    rows = Appointment.objects.of(settled.school)
    offered = {row.slots.filter(school_id=settled.school.pk)[0].starts.isoformat() for row in rows}
    assert offered == {dt.datetime.fromisoformat(seen[name]).astimezone(dt.UTC).isoformat() for name in others}


def test_wrong_days_are_said(settled: World) -> None:
    page = text(settled.client("王敏").get(URL, {**DAYS, "last": "2026-11-01"}))
    assert "请最多选两个月" in page
    page = text(settled.client("王敏").get(URL, {**DAYS, "first": "2026-11-28", "last": "2026-11-29"}))
    assert "没有可去的日子" in page
