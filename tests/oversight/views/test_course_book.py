from tests.oversight.training import sent, session, url
from tests.world import World


def test_the_office_signs_several_up_and_learns_who_waits(world: World) -> None:
    client, row = world.client("孙悦"), session(world, seats=2)
    here = url("course_book", row.pk)
    assert "还没有人" in client.get(here).content.decode()
    people = [str(world.staff[name].pk) for name in ("王敏", "李慧", "陈立")]
    answer = client.post(here, sent(people=people), follow=True).content.decode()
    assert "2 人有名额，1 人候补" in answer
    assert client.post(here, sent(people=[people[0]])).context["form"].errors["people"]
    assert world.client("王敏").get(here).status_code == 403
