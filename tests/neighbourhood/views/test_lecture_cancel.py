from taoli.duties.models import Act
from tests.neighbourhood.evenings import evening
from tests.world import World


def test_what_it_counted_for_is_taken_back_and_the_door_says_so(world: World) -> None:
    row, client = evening(world), world.client("孙悦")
    client.post(f"/neighbourhood/evenings/{row.pk}/count/", {str(world.classes["高一(1)班"].pk): 9})
    assert Act.objects.of(world.school).filter(kind="lecture").exists()
    client.post(f"/neighbourhood/evenings/{row.pk}/cancel/", {"reason": ""})
    row.refresh_from_db()
    assert row.cancelled == ""
    client.post(f"/neighbourhood/evenings/{row.pk}/cancel/", {"reason": "停电"})
    assert not Act.objects.of(world.school).filter(kind="lecture").exists()
    assert "停电" in client.get("/neighbourhood/evening/qrstuvwxyz23/").content.decode()
    assert world.client("李慧").post(f"/neighbourhood/evenings/{row.pk}/cancel/", {"reason": "x"}).status_code == 404
