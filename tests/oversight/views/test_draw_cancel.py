from taoli.oversight.models import Draw
from tests.oversight.drawing import announced, drawn
from tests.world import World


def test_only_what_is_not_drawn_can_be_called_off(world: World) -> None:
    row, kept = announced(world), drawn(world)
    client = world.client("郑岚")
    for one in (row, kept):
        client.post(f"/oversight/draws/{one.pk}/cancel/", follow=True)
    states = dict(Draw.objects.of(row.school_id).values_list("pk", "state"))
    assert (states[row.pk], states[kept.pk]) == ("cancelled", "drawn")
    assert world.client("孙悦").get(f"/oversight/calls/{row.pk}/").status_code == 404
