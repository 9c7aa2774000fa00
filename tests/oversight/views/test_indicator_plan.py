from taoli.oversight.queries.surveyed import sample
from tests.oversight.area import told_area
from tests.world import World

URL = "/oversight/overview/survey/"


def test_how_many_to_ask_follows_from_the_wanted_range() -> None:
    assert [sample(n, 0.05) for n in (0, 30, 1000, 300_000)] == [0, 28, 278, 384]
    assert sample(1000, 0.03) == 517


def test_the_seed_draws_the_same_schools_and_shares_stand_by_term(world: World) -> None:
    told_area(world)
    client = world.client("郑岚")
    page = client.get(f"{URL}?width=3&schools=3&seed=春分").content.decode()
    drawn = page.partition("“春分”抽出：")[2].partition("</p>")[0].strip()
    assert len(drawn.split("、")) == 3
    assert drawn in client.get(f"{URL}?width=8&schools=3&seed=春分").content.decode()
    assert "2025-2026学年第二学期" in page
    assert "家长三问" in page
    assert "请填写种子" in client.get(f"{URL}?schools=3").content.decode()
    assert "需作答" in client.get(f"{URL}?width=x&schools=-1&seed=").content.decode()
