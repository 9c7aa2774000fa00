from taoli.schemes.models import SchemeVersion
from tests.world import World

URL = "/schemes/revise/"


def test_new_version_is_made_from_the_published_one(world: World, published: SchemeVersion) -> None:
    answer = world.client("孙悦").post(URL)
    second = SchemeVersion.objects.of(world.school).get(version=2)
    assert answer["Location"] == f"/schemes/{second.pk}/edit/"


def test_without_a_published_version_the_reason_is_told(world: World) -> None:
    answer = world.client("孙悦").post(URL, follow=True)
    assert "还没有发布实施方案。请先采用一份方案并发布。" in answer.content.decode()
