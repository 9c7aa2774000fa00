import uuid

import pytest

from taoli.handover.models import YearChange, YearException
from tests.handover.changing import applied, drafted
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def sent(row: YearChange, **said: object) -> dict[str, object]:
    return {"op": str(uuid.uuid4()), "edit": row.edit, "way": "repeats", "target": "", "reason": "", **said}


def test_a_student_is_added_by_number_or_name(world: World) -> None:
    row, client = drafted(world), world.client("孙悦")
    url = f"/handover/years/{row.pk}/students/"
    assert "全体随班" in client.get(url).content.decode()
    assert client.post(url, sent(row, student="S001"))["Location"] == url
    assert "林子涵" in client.get(url).content.decode()


def test_nobody_several_and_an_older_page_are_refused_in_words(world: World) -> None:
    row, client = drafted(world), world.client("孙悦")
    url = f"/handover/years/{row.pk}/students/"
    assert "没有" in client.post(url, sent(row, student="无人")).content.decode()
    world.students["周一诺"].name = "林子涵"
    world.students["周一诺"].save()
    assert "学号" in client.post(url, sent(row, student="林子涵")).content.decode()
    assert "其间有人改动了方案" in client.post(url, sent(row, student="S001", edit=9)).content.decode()
    assert not YearException.objects.of(world.school).exists()


def test_an_applied_plan_is_only_shown(settled: World) -> None:
    row = applied(settled)
    answer = settled.client("孙悦").get(f"/handover/years/{row.pk}/students/")
    assert answer["Location"] == f"/handover/years/{row.pk}/"
