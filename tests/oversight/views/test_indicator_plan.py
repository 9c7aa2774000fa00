from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.policy import system
from taoli.oversight.queries.surveyed import sample
from taoli.oversight.services.releasing import release_week
from tests.oversight.area import told_area
from tests.oversight.handed_in import asked, grade, hand_in, school_of, week_of
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


def test_it_takes_as_many_queries_for_three_terms_as_for_one(world: World) -> None:
    bureau, area = world.bureaus["city"], world.bureaus["district"].area
    assert area is not None
    client, counts, member = world.client("方远"), [], school_of(bureau, "far", area)
    terms = ("2025-2026学年第一学期", "2025-2026学年第二学期", "2026-2027学年第一学期")
    for week, term in enumerate(terms):
        survey = asked(40, 50, 60) | {"term": term}
        hand_in(member, week, [grade(1, {"students": 60})], {"mentors": 6}, [survey])
        release_week(by=system(bureau.pk), week=week_of(week))
        with CaptureQueriesContext(connection) as caught:
            page = client.get(URL).content.decode()
        assert page.count(f">{term}<") == 1
        counts.append(len(caught))
    assert counts[0] == counts[1] == counts[2]
