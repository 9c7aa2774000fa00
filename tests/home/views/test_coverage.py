from taoli.duties.services import add_acts
from tests.duties.school import did
from tests.world import World


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
