import uuid

from taoli.common.policy import system
from taoli.oversight.models import Member
from taoli.oversight.services.handing_in import hand_in_week
from tests.duties.school import settle
from tests.oversight.queries.test_figures import acts, survey
from tests.world import START, World


def url(pk: object) -> str:
    return f"/oversight/handed-in/{pk}/"


def test_every_number_stands_there_in_words_with_the_json_below(world: World) -> None:
    settle(world)
    acts(world)
    survey(world)
    row = hand_in_week(by=world.office)
    page = world.client("钱程").get(url(row.pk)).content.decode()
    for said in ("没有导师的学生", "入户家访的家庭", "谈话类工作要求", "知道导师是谁", "已核验并收下", row.sha256[:16]):
        assert said in page, said
    assert "&quot;without_mentor&quot;: 0" in page


def test_what_a_bureau_refused_is_told_in_its_words(world: World) -> None:
    Member.objects.of(world.bureaus["district"]).filter(code="taoli").update(left_on=START)
    row = hand_in_week(by=world.office)
    assert "不再向本局上报" in world.client("孙悦").get(url(row.pk)).content.decode()


def test_what_another_school_handed_in_is_not_found(world: World) -> None:
    other = hand_in_week(by=system(world.other.pk))
    for pk in (other.pk, uuid.uuid4()):
        assert world.client("孙悦").get(url(pk)).status_code == 404
