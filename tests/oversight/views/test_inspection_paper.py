from django.test import Client

from taoli.common.models import ViewLog
from tests.oversight.drawing import on
from tests.oversight.inspecting import door, small_pack
from tests.world import World


def test_a_paper_of_the_pack_and_nothing_after_the_time(world: World) -> None:
    link = door(world, small_pack(world))
    answer = Client().get(f"{link}1/")
    assert b"".join(answer.streaming_content) == b"T001\n"  # type: ignore[attr-defined]
    assert Client().get(f"{link}7/").status_code == 404
    with on(11, 23, 15):
        assert Client().get(f"{link}1/")["Location"] == link
    assert ViewLog.objects.filter(school_id=world.school.pk, page="oversight:inspection_paper").count() == 1
