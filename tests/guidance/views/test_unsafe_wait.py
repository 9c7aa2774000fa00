import time_machine

from taoli.guidance.models import UnsafeRing
from tests.guidance.talking import alarm_of, at, body, watch
from tests.world import World

PAGE = "/guidance/unsafe/"


def test_pressing_rings_and_the_page_carries_the_numbers_itself(world: World) -> None:
    watch(world, "赵国栋")
    client = world.client("林子涵")
    page = client.post(PAGE, follow=True).content.decode()
    assert "赵老师" in page
    for number in ("12356", "110", "120"):
        assert f'href="tel:{number}"' in page
    client.post(PAGE)
    assert alarm_of(world).presses == 2


def test_the_waiting_page_rings_again_where_no_job_runs(world: World) -> None:
    watch(world, "赵国栋")
    client = world.client("林子涵")
    client.post(PAGE)
    with time_machine.travel(at(10, 7), tick=False):
        client.get(PAGE, headers={"HX-Request": "true"})
    assert UnsafeRing.objects.of(world.school).count() == 2


def test_without_an_alarm_the_page_only_offers_the_button(world: World) -> None:
    page = body(world.client("林子涵"), PAGE)
    assert "我现在不安全" in page
    assert "hx-get" not in page
