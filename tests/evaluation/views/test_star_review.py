from taoli.common.models import ViewLog
from tests.evaluation.honouring import applied, published, sent, url
from tests.evaluation.queries.test_honours import STARS
from tests.world import World


def test_an_assessor_grants_with_the_criteria_and_the_reading_is_logged(world: World) -> None:
    published(world, STARS)
    row, client = applied(world, met=("听课十节",), words="十一节"), world.client("吴考")
    assert "十一节" in client.get(url("star_review", row.pk)).content.decode()
    assert ViewLog.objects.of(world.school).filter(page="evaluation:star_review").exists()
    said = sent(granted="yes", met=["听课十节"], answer="")
    for _each in range(2):
        client.post(url("star_review", row.pk), said)
    row.refresh_from_db()
    assert row.state == "granted"


def test_a_no_without_a_word_is_refused(world: World) -> None:
    published(world, STARS)
    row = applied(world)
    page = world.client("孙悦").post(url("star_review", row.pk), sent(granted="no")).content.decode()
    assert "还缺什么" in page


def test_the_mentor_takes_it_back_and_cannot_decide(world: World) -> None:
    published(world, STARS)
    row, client = applied(world), world.client("王敏")
    assert "不能评审自己的申报" in client.get(url("star_review", row.pk)).content.decode()
    assert client.post(url("star_review", row.pk), sent(granted="yes")).status_code == 404
    client.post(url("star_review", row.pk), sent(back="1"))
    row.refresh_from_db()
    assert row.state == "withdrawn"
    assert client.post(url("star_review", row.pk), sent(back="1")).status_code == 409


def test_a_colleagues_is_not_found(world: World) -> None:
    published(world, STARS)
    row = applied(world, "陈立")
    assert world.client("王敏").get(url("star_review", row.pk)).status_code == 404
    assert world.client("钱程").post(url("star_review", row.pk), sent(granted="yes")).status_code == 404
