import re

from taoli.duties.services import add_acts
from taoli.guidance.services import Answer, take
from taoli.matching.models import Pairing
from tests.duties.school import did, put_in_force
from tests.engine.examples import scheme_with
from tests.guidance.visiting import offer
from tests.world import START, World

VISIT = {"key": "home_visit", "label": "家访", "subject": "family", "kinds": ["home_visit"], "per": "term"}


def get(world: World, name: str = "孙悦", query: str = "") -> str:
    answer = world.client(name).get(f"/coverage/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_counts_by_requirement_and_grade_with_the_clause(settled: World) -> None:
    add_acts(by=settled.actor("王敏"), acts=did(settled, "王敏", "林子涵", "周一诺"))
    page = get(settled)
    assert "太谷二中2012 · 个别指导" in page
    assert "2 / 5" in page
    assert "0 / 1" in page
    assert "40%" in page


def test_a_grade_can_be_chosen(settled: World) -> None:
    page = get(settled, query=f"?grade={settled.grades['高二'].pk}")
    assert '<th scope="row">高二</th>' in page
    assert '<th scope="row">高一</th>' not in page


def test_a_grade_lead_sees_the_own_grade_without_a_choice(settled: World) -> None:
    page = get(settled, "赵国栋")
    assert '<th scope="row">高一</th>' in page
    assert '<th scope="row">高二</th>' not in page
    assert "<select" not in page


def test_no_mentor_is_named(settled: World) -> None:
    page = get(settled)
    assert [name for name in ("王敏", "陈立", "周宁") if name in page] == []


def test_without_a_scheme_it_says_when_it_fills(world: World) -> None:
    assert "还没有可统计的内容" in get(world)


def test_a_family_that_declined_is_named_with_its_day_and_is_no_omission(world: World) -> None:
    version = put_in_force(world, scheme_with({**VISIT}))
    child = world.students["林子涵"]
    Pairing.objects.create(
        school=world.school,
        student=child,
        mentor=world.staff["王敏"],
        school_class=child.school_class,
        scheme=version,
        starts=START,
    )
    row = offer(world)
    take(by=world.actor("林母"), row_id=row.pk, edit=row.edit, answer=Answer())
    page = get(world)
    assert "家长婉拒 1 户，不计入应做" in page
    assert "高一(1)班 林子涵 · 11月23日 婉拒" in page
    assert "0 / 0" in page
    assert "林子涵" not in get(world, query=f"?grade={world.grades['高二'].pk}")
    day = world.client("王敏").get("/today/").content.decode()
    assert "林子涵：家长 11月23日 婉拒家访，本期不再提议" in day
    assert f"kind=phone&amp;students={child.pk}" in day
    assert "家访 林子涵" not in re.sub("<[^>]+>", "", day)
    story = world.client("王敏").get(f"/guidance/students/{child.pk}/").content.decode()
    assert "家长婉拒家访：11月23日 周一" in story
