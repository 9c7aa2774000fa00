import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.oversight.starring import AFTER, applied, decided, opened, url
from tests.world import World


def test_open_rounds_own_applications_and_stars_stand_together(world: World) -> None:
    client, counts = world.client("王敏"), []
    assert "目前没有认定轮次" in client.get(url("my_stars")).content.decode()
    for count in (1, 2):
        for number in range(count):
            applied(world, opened(world, title=f"第{count}{number}轮"))
        with CaptureQueriesContext(connection) as caught:
            page = client.get(url("my_stars")).content.decode()
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert "等待学校意见" in page


def test_a_star_has_its_certificate_and_badge(world: World) -> None:
    decided(world)
    with time_machine.travel(AFTER, tick=False):
        page = world.client("王敏").get(url("my_stars")).content.decode()
    assert "三星导师" in page
    assert "徽章文件" in page
