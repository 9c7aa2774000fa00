import datetime as dt
import uuid

import pytest

from taoli.care.models import CareCase
from taoli.common import clock
from taoli.handover.models import YearChange
from taoli.handover.services.years import add_exception
from tests.handover.changing import applied, drafted, replan, way
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def test_the_dry_run_says_what_happens_to_whom_and_writes_nothing(settled: World) -> None:
    CareCase.objects.create(
        school=settled.school,
        student=settled.students["吴桐"],
        raised_by=settled.staff["周宁"],
        raised_on=dt.date(2027, 6, 1),
        entered_at=clock.now(),
        seriousness="watch",
        reason="封",
    )
    row, client = drafted(settled), settled.client("孙悦")
    add_exception(by=settled.office, pk=row.pk, edit=1, student_id=settled.students["钱多多"].pk, way="repeats")
    url = f"/handover/years/{row.pk}/"
    page = client.get(url).content.decode()
    for words in (
        "4 人升级，1 人毕业或离校，1 人留级",
        "高二(2)班",
        "周宁",
        "5 对继续，1 对结束",
        "的 1 件请先",
        "钱多多",
    ):
        assert words in page
    assert "按现在的情况核对" in page
    assert client.post(url, {"op": str(uuid.uuid4())})["Location"] == url
    assert "已核对。" in client.get(url).content.decode()
    assert YearChange.objects.of(settled.school).get().state == "checked"
    settled.students["林子涵"].school_class = settled.classes["高一(2)班"]
    settled.students["林子涵"].save()
    assert "按现在的情况核对" in client.get(url).content.decode()


def test_problems_are_named_and_nothing_can_be_applied(world: World) -> None:
    row = replan(world, drafted(world), {"一": way(world, "高一(2)班", "up", "高二", "高二(1)班")})
    client, url = world.client("孙悦"), f"/handover/years/{row.pk}/"
    client.post(url, {"op": str(uuid.uuid4())})
    page = client.get(url).content.decode()
    assert "有两个班都要成为高二(1)班" in page
    assert "已核对。" not in page


def test_the_principal_looks_on_and_an_applied_plan_keeps_its_figures(settled: World) -> None:
    row = applied(settled)
    page = settled.client("钱程").get(f"/handover/years/{row.pk}/").content.decode()
    assert "5 人升级，1 人毕业或离校" in page
    assert "撤回" not in page
    settled.client("钱程").post(f"/handover/years/{row.pk}/", {})
    assert YearChange.objects.of(settled.school).get().state == "applied"
    answer = settled.client("孙悦").post(f"/handover/years/{row.pk}/", {"op": str(uuid.uuid4())})
    assert answer.status_code == 302


def test_a_bigger_school_is_read_with_as_many_queries(settled: World, django_assert_max_num_queries: object) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from taoli.roster.models import SchoolClass

    row, client = drafted(settled), settled.client("孙悦")
    client.get(f"/handover/years/{row.pk}/")
    with CaptureQueriesContext(connection) as few:
        client.get(f"/handover/years/{row.pk}/")
    for number in (3, 4):
        SchoolClass.objects.create(
            school=settled.school, grade=settled.grades["高一"], name=f"高一({number})班", number=number
        )
    from taoli.handover.services.years import drop_year

    drop_year(by=settled.office, pk=row.pk, edit=row.edit)
    fresh = drafted(settled)
    with CaptureQueriesContext(connection) as many:
        client.get(f"/handover/years/{fresh.pk}/")
    assert len(few) == len(many)
