from tests.neighbourhood.evenings import evening
from tests.world import World


def test_it_shows_counts_by_class_to_whoever_reaches_them(world: World) -> None:
    row = evening(world, "高一(1)班", "高二(1)班", sheet="先听五分钟")
    url = f"/neighbourhood/evenings/{row.pk}/"
    office, homeroom = (world.client(name).get(url).content.decode() for name in ("孙悦", "李慧"))
    assert "高二(1)班" in office
    assert "/count/" in office
    assert "先听五分钟" in office
    assert "高一(1)班" in homeroom
    assert "高二(1)班" not in homeroom
    assert "/cancel/" not in homeroom
    assert world.client("吴考").get(url).status_code == 403
    assert world.client("王敏").get(url).status_code == 200
    lead = world.client("赵国栋").get(url).content.decode()
    assert "高一(1)班" in lead
    assert "高二(1)班" not in lead
