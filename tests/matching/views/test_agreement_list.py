import uuid

from taoli.matching.models import Agreement
from tests.matching.published import pairing_of, published_round
from tests.world import World


def test_a_class_at_a_time_ticked_in_one_go(world: World) -> None:
    choice = published_round(world)
    client, url = world.client("孙悦"), f"/matching/rounds/{choice.pk}/agreement/"
    page = client.get(url).content.decode()
    assert "林子涵" in page
    assert "吴桐" not in page
    room = world.classes["高二(1)班"].pk
    assert "吴桐" in client.get(f"{url}?class={room}").content.decode()
    pairing = pairing_of(world, "吴桐").pk
    form = {"signed": [f"{pairing}:student", f"{pairing}:mentor", "nonsense"], "op": str(uuid.uuid4())}
    for _each in range(2):
        assert client.post(f"{url}?class={room}", form)["Location"] == f"{url}?class={room}"
    row = Agreement.objects.of(world.school).get()
    assert (row.paper, row.guardian_on) == (["mentor", "student"], None)


def test_a_homeroom_teacher_sees_and_enters_the_own_class_only(world: World) -> None:
    choice = published_round(world)
    client, url = world.client("李慧"), f"/matching/rounds/{choice.pk}/agreement/"
    room = world.classes["高二(1)班"].pk
    page = client.get(f"{url}?class={room}").content.decode()
    assert "林子涵" in page
    assert "吴桐" not in page
    client.post(url, {"signed": [f"{pairing_of(world, '吴桐').pk}:student"]})
    assert not Agreement.objects.of(world.school).exists()


def test_without_such_a_step_there_is_no_list(world: World) -> None:
    choice = published_round(world, last=[])
    assert world.client("孙悦").get(f"/matching/rounds/{choice.pk}/agreement/").status_code == 404
