import uuid

from taoli.handover.models import YearChange
from tests.world import World


def test_the_usual_plan_is_begun_once(world: World) -> None:
    client = world.client("孙悦")
    first = client.post("/handover/years/new/", {"op": str(uuid.uuid4())})
    second = client.post("/handover/years/new/", {"op": str(uuid.uuid4())})
    row = YearChange.objects.of(world.school).get()
    assert first["Location"] == second["Location"] == f"/handover/years/{row.pk}/plan/"
