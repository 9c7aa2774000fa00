from taoli.common.models import ViewLog
from taoli.evaluation.models import AllowanceSetting
from tests.engine.examples import CLAUSE
from tests.evaluation.honouring import published, sent, url
from tests.evaluation.queries.test_honours import FIRST
from tests.world import World

URL = url("allowance_show")


def test_the_office_sets_it_once_and_every_line_is_in_words(world: World) -> None:
    published(world)
    client = world.client("孙悦")
    assert "本学期没有津贴" in client.get(URL).content.decode()
    said = sent(kind="per_student", amount="50", edit=0)
    for _each in range(2):
        client.post(URL, said)
    page = client.get(URL).content.decode()
    assert "每名学生 50 元 × 3 名 = 150 元" in page
    assert AllowanceSetting.objects.of(world.school).count() == 1
    assert ViewLog.objects.of(world.school).filter(page="evaluation:allowance_show").exists()
    assert "刚被别人改过" in client.post(URL, sent(kind="fixed", amount="9", edit=0)).content.decode()


def test_nonsense_is_refused(world: World) -> None:
    published(world)
    answer = world.client("孙悦").post(URL, sent(kind="per_student", amount="-5"))
    assert answer.context["form"].errors["amount"]


def test_the_schemes_amount_has_no_form(world: World) -> None:
    published(world, FIRST, allowance={"kind": "fixed", "amount": 300, "clause": CLAUSE})
    assert world.client("孙悦").get(URL).context["form"] is None


def test_the_principal_looks_and_others_do_not(world: World) -> None:
    assert world.client("钱程").get(URL).status_code == 200
    assert world.client("钱程").post(URL, sent(kind="fixed", amount="9")).status_code == 403
    assert world.client("王敏").get(URL).status_code == 403


def test_a_term_that_is_none_is_the_current_one(world: World) -> None:
    assert "津贴与工作量" in world.client("孙悦").get(f"{URL}?term=nonsense").content.decode()
