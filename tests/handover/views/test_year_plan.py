import uuid

import pytest

from taoli.handover.models import YearChange
from taoli.handover.queries.years import class_ways
from tests.handover.changing import applied, drafted, ways_of
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def sent(row: YearChange, **said: object) -> dict[str, object]:
    """What the page sends, as it was opened."""
    found: dict[str, object] = {
        name: str(getattr(row, name))
        for name in ("term_name", "starts", "ends", "on", "pairings", "teaching", "leads", "edit")
    }
    for one in class_ways(row):
        found |= {
            f"way_{one.school_class_id}": one.way,
            f"grade_{one.school_class_id}": one.grade_name,
            f"target_{one.school_class_id}": one.target,
        }
    return {"op": str(uuid.uuid4()), **found, **said}


def test_a_saved_plan_goes_to_its_dry_run(world: World) -> None:
    row, client = drafted(world), world.client("孙悦")
    url = f"/handover/years/{row.pk}/plan/"
    assert "高一(1)班" in client.get(url).content.decode()
    room = world.classes["高一(2)班"].pk
    form = sent(row, **{f"way_{room}": "stays"})
    assert client.post(url, form)["Location"] == f"/handover/years/{row.pk}/"
    assert ways_of(row)["高一(2)班"] == ("stays", "")


def test_whoever_is_slower_is_told_and_keeps_the_words(world: World) -> None:
    row, client = drafted(world), world.client("孙悦")
    url, form = f"/handover/years/{row.pk}/plan/", sent(row)
    client.post(url, sent(row))
    page = client.post(url, {**form, "term_name": "秋季学期"}).content.decode()
    assert "其间有人改动了方案" in page
    assert "秋季学期" in page


def test_an_applied_plan_is_shown_not_changed_and_a_strangers_is_not_found(settled: World) -> None:
    row = applied(settled)
    answer = settled.client("孙悦").get(f"/handover/years/{row.pk}/plan/")
    assert answer["Location"] == f"/handover/years/{row.pk}/"
    assert settled.client("孙悦").get(f"/handover/years/{uuid.uuid4()}/plan/").status_code == 404
