import uuid

import pytest

from taoli.care.models import CaseMeasure
from taoli.care.services import plan_measure
from tests.care.caring import NEXT, sent, taken
from tests.world import TODAY, World


def planned(world: World) -> CaseMeasure:
    case = taken(world)
    return plan_measure(
        by=world.actor("李慧"), case_id=case.pk, text="一起吃午饭", owner_id=world.staff["何静"].pk, due_on=NEXT
    )


def test_its_owner_says_that_it_is_done(world: World) -> None:
    row, client = planned(world), world.client("何静")
    form = sent(do="done", note="聊了三次")
    for _twice in range(2):
        assert client.post(f"/care/measures/{row.pk}/settle/", form)["Location"] == f"/care/cases/{row.case_id}/"
    row.refresh_from_db()
    assert (row.done_on, row.note) == (TODAY, "聊了三次")
    page = world.client("李慧").get(f"/care/cases/{row.case_id}/").content.decode()
    assert "聊了三次" in page


def test_who_decides_drops_it_and_its_owner_does_not(world: World) -> None:
    row = planned(world)
    world.client("何静").post(f"/care/measures/{row.pk}/settle/", sent(do="drop"))
    row.refresh_from_db()
    assert row.dropped_at is None
    world.client("李慧").post(f"/care/measures/{row.pk}/settle/", sent(do="drop"))
    row.refresh_from_db()
    assert row.dropped_at is not None


@pytest.mark.parametrize(("name", "code"), [("吴考", 403), ("林母", 403)])
def test_others_do_not_reach_it(world: World, name: str, code: int) -> None:
    assert world.client(name).post(f"/care/measures/{planned(world).pk}/settle/", sent()).status_code == code


def test_what_is_not_there_is_not_found(world: World) -> None:
    row = planned(world)
    assert world.client("何静").post(f"/care/measures/{uuid.uuid4()}/settle/", sent()).status_code == 404
    CaseMeasure.objects.of(world.school).filter(pk=row.pk).update(owner=world.staff["王敏"])
    assert world.client("何静").post(f"/care/measures/{row.pk}/settle/", sent()).status_code == 404
