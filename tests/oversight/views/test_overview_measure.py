from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.policy import system
from taoli.oversight.services.releasing import release_week
from tests.oversight.area import told_area
from tests.oversight.handed_in import grade, hand_in, school_of, week_of
from tests.world import World

URL = "/oversight/overview/measures/"


def test_schools_stand_in_the_order_of_strokes_with_a_band_and_what_is_told(world: World) -> None:
    told_area(world)
    client = world.client("郑岚")
    page = client.get(f"{URL}without_mentor/?week={week_of(0)}").content.decode()
    names = [f"p{one}学校" for one in range(7)]
    assert [page.index(one) for one in names] == sorted(page.index(one) for one in names)
    for words in ("30–39", "少于 10", "没有", "不提供其他顺序"):
        assert words in page, words
    assert 'class="told-band"' in page  # five primary schools make a band
    held = client.get(f"{URL}met_talk/").content.decode()
    assert "70%" in held
    talks = client.get(f"{URL}talks/").content.decode()
    assert "平均每名学生约" in talks
    assert ' aria-label="100%"' not in talks  # a bar beside others, no share of the school that did most
    assert "人数太少，不显示" in talks
    junior = client.get(f"{URL}families_home/?stage=junior").content.decode()
    assert 'class="told-band"' not in junior
    assert client.get(f"{URL}secrets/").status_code == 404


def test_millions_are_said_to_the_last_one(world: World) -> None:
    bureau, area = world.bureaus["city"], world.bureaus["district"].area
    assert area is not None
    counts = {"students": 300_000, "talks": 4_123_457}
    whole = grade(1, counts) | {"cells": {"met_talk": [2_345_678, 3_000_001]}}
    hand_in(school_of(bureau, "far", area), 0, [whole], {"mentors": 25_000})
    release_week(by=system(bureau.pk), week=week_of(0))
    client = world.client("方远")
    assert ">4123457</data>" in client.get(f"{URL}talks/").content.decode()
    assert ">2345678 / 3000001</data>" in client.get(f"{URL}met_talk/").content.decode()


def test_it_takes_as_many_queries_for_one_school_as_for_seven(world: World) -> None:
    told_area(world)
    client, counts = world.client("郑岚"), []
    for stage in ("junior", "primary"):
        with CaptureQueriesContext(connection) as caught:
            client.get(f"{URL}without_mentor/?stage={stage}")
        counts.append(len(caught))
    assert counts[0] == counts[1]
