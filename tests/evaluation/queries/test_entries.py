"""When records were entered, as facts."""

import datetime as dt
import uuid

from django.urls import reverse
from django.utils import timezone

from taoli.evaluation.models import AppraisalRun
from taoli.evaluation.queries.entries import entry_facts
from taoli.guidance.models import GuidanceRecord
from tests.evaluation.work import share, sheet_of
from tests.world import World

EVENING = timezone.make_aware(dt.datetime(2026, 11, 20, 21, 0))  # noqa: DTZ001 made aware at once


def written(world: World, count: int, held_on: dt.date, **values: object) -> None:
    """So many talks of 王敏 with 林子涵, entered a minute apart."""
    child = world.students["林子涵"]
    GuidanceRecord.objects.bulk_create(
        GuidanceRecord(
            school=world.school,
            occasion=uuid.uuid4(),
            student=child,
            by=world.staff["王敏"],
            school_class=child.school_class,
            kind="talk",
            channel="face_to_face",
            held_on=held_on,
            entered_at=EVENING + dt.timedelta(minutes=place),
            **{"entered_by": world.staff["王敏"].pk, **values},
        )
        for place in range(count)
    )


def test_bursts_and_late_entries_in_words(settled: World, run: AppraisalRun) -> None:
    written(settled, 4, dt.date(2026, 11, 20))
    written(settled, 1, dt.date(2026, 11, 3))
    found = entry_facts(sheet_of(run, settled))
    assert found is not None
    assert found.bursts == ("11月20日 21:00 到 21:03 登记了 5 条记录。",)
    assert found.late == ("11月3日的谈心谈话，11月20日登记。",)


def test_what_others_typed_was_withdrawn_or_corrected_is_no_burst(settled: World, run: AppraisalRun) -> None:
    written(settled, 3, dt.date(2026, 11, 20))
    written(settled, 5, dt.date(2026, 11, 20), entered_by=settled.staff["孙悦"].pk)
    written(settled, 5, dt.date(2026, 11, 20), state="withdrawn")
    written(settled, 5, dt.date(2026, 11, 20), version=2)
    assert entry_facts(sheet_of(run, settled)) is None


def test_mentor_sees_the_facts_first_then_the_office_and_no_assessor(settled: World, run: AppraisalRun) -> None:
    written(settled, 5, dt.date(2026, 11, 20))
    sheet = reverse("evaluation:sheet_show", args=[sheet_of(run, settled).pk])
    words = "十分钟内登记五条以上"
    assert words not in settled.client("孙悦").get(sheet).content.decode()
    share(settled, run)
    text = settled.client("王敏").get(reverse("evaluation:my_sheet")).content.decode()
    assert words in text
    assert "不打印，也不扣分" in text
    assert words in settled.client("孙悦").get(sheet).content.decode()
    assert words not in settled.client("吴考").get(sheet).content.decode()
