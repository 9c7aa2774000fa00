from taoli.archive.models import GrowthEntry
from tests.archive.growing import sent
from tests.archive.keeping import keep
from tests.world import World


def test_it_is_withdrawn_once(world: World) -> None:
    row, client, form = keep(world), world.client("王敏"), sent()
    for _each in range(2):
        answer = client.post(f"/archive/entries/{row.pk}/withdraw/", form)
        assert answer["Location"] == f"/archive/students/{row.student_id}/"
    assert GrowthEntry.objects.of(world.school).get().state == "withdrawn"


def test_anothers_entry_is_not_found(world: World) -> None:
    row = keep(world)
    assert world.client("林子涵").post(f"/archive/entries/{row.pk}/withdraw/", sent()).status_code == 404
