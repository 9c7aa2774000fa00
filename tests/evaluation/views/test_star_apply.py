from taoli.evaluation.models import StarApplication
from tests.evaluation.honouring import published, sent, train, url
from tests.evaluation.queries.test_honours import STARS
from tests.world import World

URL = url("star_apply")


def test_a_mentor_applies_once_with_what_is_there(world: World) -> None:
    published(world, STARS)
    train(world, "王敏")
    client = world.client("王敏")
    assert "培训 2 课时" in client.get(URL).content.decode()
    said = sent(level="1", met=["听课十节"], evidence=["training"], words="这学期听了十一节课")
    for _each in range(2):
        assert client.post(URL, said)["Location"] == url("star_list")
    row = StarApplication.objects.of(world.school).get()
    assert (row.level, row.met, row.evidence) == (1, ["听课十节"], ["training"])
    assert "正在等待评审" in client.get(URL).content.decode()


def test_no_level_is_said_at_the_field(world: World) -> None:
    published(world, STARS)
    assert world.client("王敏").post(URL, sent(words="x")).context["form"].errors["level"]


def test_without_ladder_or_sheet_it_says_why(world: World) -> None:
    assert "考核公布之后可以申报" in world.client("王敏").get(URL).content.decode()
    published(world)
    assert "都没有设星级" in world.client("王敏").get(URL).content.decode()
    assert world.client("孙悦").get(URL).status_code == 403
