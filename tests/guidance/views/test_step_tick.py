import uuid

from taoli.guidance.models import StepTick
from tests.guidance.writing import write
from tests.matrix.targets import written_next_door
from tests.world import World


def url(pk: uuid.UUID) -> str:
    return f"/guidance/records/{pk}/step/"


def test_a_tick_takes_the_step_off_the_list_and_can_be_taken_back(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", next_step="看看作息")[0]
    client = settled.client("王敏")
    assert "看看作息" in client.get("/guidance/records/").content.decode()
    page = client.post(url(row.pk), {"op": str(uuid.uuid4())}, follow=True).content.decode()
    assert "看看作息" not in page
    page = client.post(url(row.pk), {"op": str(uuid.uuid4()), "open": "1"}, follow=True).content.decode()
    assert "看看作息" in page


def test_twice_is_once_and_another_schools_is_not_found(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", next_step="看看作息")[0]
    for _twice in range(2):
        settled.client("王敏").post(url(row.pk), {"op": str(uuid.uuid4())})
    assert StepTick.objects.of(settled.school).count() == 1
    for pk in (written_next_door(settled).pk, uuid.uuid4()):
        assert settled.client("王敏").post(url(pk)).status_code == 404
