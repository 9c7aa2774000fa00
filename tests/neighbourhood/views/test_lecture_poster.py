from tests.neighbourhood.evenings import evening
from tests.world import World


def test_it_prints_theme_classes_and_the_code_of_the_door(world: World) -> None:
    row = evening(world)
    page = world.client("王敏").get(f"/neighbourhood/evenings/{row.pk}/poster/").content.decode()
    assert "/neighbourhood/evening/qrstuvwxyz23/" in page
    assert "data:image/svg+xml" in page
    assert "高一(1)班" in page
