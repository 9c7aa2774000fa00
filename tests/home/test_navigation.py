import re

import pytest

from taoli.accounts.models import Membership
from taoli.common.pages import REGISTRY
from taoli.config import urls
from taoli.home.navigation.showing import NAV, PLACED
from taoli.roster.models import Staff
from tests.world import World

assert urls.urlpatterns  # the pages declare themselves as they are imported


def links(page: str, kind: str) -> list[str]:
    part = page.split(f'class="{kind}"')[1].split("</nav>", maxsplit=1)[0]
    return re.findall(r"<span>([^<]+)</span></a>", part)


@pytest.mark.parametrize(
    ("name", "first", "absent"),
    [
        ("王敏", "今天", "工作台"),
        ("孙悦", "工作台", "今天"),
        ("林子涵", "我的导师", "师生名册"),
        ("林母", "孩子的导师", "师生名册"),
    ],
)
def test_the_sidebar_shows_only_what_the_role_may_open(world: World, name: str, first: str, absent: str) -> None:
    shown = links(world.client(name).get("/me/").content.decode(), "sidebar")
    assert shown[1] == first
    assert absent not in shown


def test_the_office_sees_every_step_in_the_order_of_the_flow(world: World) -> None:
    shown = links(world.client("孙悦").get("/me/").content.decode(), "sidebar")
    assert shown[1:] == [
        "工作台",
        "班级图",
        "师生名册",
        "实施方案",
        "师生结对",
        "指导记录",
        "成长档案",
        "关爱会商",
        "评价考核",
        "表册打印",
        "迎检",
        "学段衔接",
        "报教育局",
        "家长学堂",
        "育人资源",
        "校外导师",
    ]


OFFICERS = [
    "总览",
    "学校",
    "星级导师",
    "培训",
    "课题",
    "校际交流",
    "随机回访",
    "基础方案",
    "站点",
    "育人资源",
    "联席会议",
]


def test_an_officer_finds_every_stop_in_the_order_of_the_work_on_the_phone_too(world: World) -> None:
    page = world.client("郑岚").get("/me/").content.decode()
    assert links(page, "sidebar")[1:] == OFFICERS
    assert links(page, "tabbar") == ["总览", "学校", "培训", "我的"]
    listed = page.split('<main id="main"', maxsplit=1)[1]
    assert all(f">{label}<" in listed for label in OFFICERS)


def test_each_stop_of_an_officer_is_marked_alone(world: World) -> None:
    client = world.client("郑岚")
    sidebar = client.get("/me/").content.decode().split('class="tabbar', maxsplit=1)[0]
    places = re.findall(r'<li><a href="([^"]+)"', sidebar)
    assert len(places) == len(OFFICERS)
    for place in places:
        page = client.get(place).content.decode()
        shown, bar = page.split('class="tabbar', maxsplit=1)
        assert re.findall(r'<a href="([^"]+)" aria-current="page">', shown) == [place]
        assert set(re.findall(r'<a href="([^"]+)" class="" aria-current="page">', bar)) <= {place}


def test_every_page_around_a_school_stands_under_one_stop() -> None:
    spread = {name: page for name, page in REGISTRY.items() if name.startswith(("oversight:", "neighbourhood:"))}
    pages = {name for name, page in spread.items() if page.kind == "page" and page.permission != "public"}
    own = {name for stop in NAV for name in stop.pages}
    assert pages - own - PLACED.keys() == set()
    assert set(PLACED.values()) <= own | {"roster:calendar_show"}


def test_a_mentors_phone_bar_has_four_places_the_record_raised(world: World) -> None:
    page = world.client("王敏").get("/me/").content.decode()
    assert links(page, "tabbar") == ["今天", "学生", "记录", "我的"]
    assert page.count('class="raised"') == 1


def test_the_place_one_is_at_is_marked(world: World) -> None:
    page = world.client("王敏").get("/roster/students/").content.decode()
    marked = re.findall(r'<a href="([^"]+)" aria-current="page">', page)
    assert marked == ["/roster/students/"]


@pytest.mark.parametrize("address", ["/care/referrals/", "/care/referrals/new/", "/care/cases/"])
def test_a_counsellor_is_at_one_place_only(world: World, address: str) -> None:
    page = world.client("何静").get(address).content.decode()
    sidebar = page.split('class="tabbar')[0]
    marked = re.findall(r'<a href="([^"]+)" aria-current="page">', sidebar)
    assert marked == ["/care/cases/" if address == "/care/cases/" else "/care/referrals/"]


def test_school_term_and_person_are_named(world: World) -> None:
    page = world.client("王敏").get("/me/").content.decode()
    assert "<strong>桃李中学</strong><span>2026-2027学年第一学期</span>" in page


def test_without_demo_mode_there_is_no_banner(world: World) -> None:
    assert "演示" not in world.client("王敏").get("/me/").content.decode()


def test_an_account_with_two_places_may_switch(world: World) -> None:
    other = Staff.objects.create(school=world.other, number="T9", name="王敏")
    place = Membership.objects.create(
        account=world.accounts["王敏"],
        school=world.other,
        person_kind=Membership.Kind.STAFF,
        person_id=other.pk,
        name="王敏",
    )
    page = world.client("王敏").get("/me/").content.decode()
    assert "邻校 · 王敏" in page
    assert f"/memberships/{place.pk}/switch/" in page


@pytest.mark.parametrize(
    ("name", "address", "beside"),
    [
        (
            "孙悦",
            "/evaluation/surveys/",
            ["考核", "期末一览", "测评", "荣誉", "区域星级", "津贴", "培训", "区域", "案例集", "业务档案"],
        ),
        (
            "王敏",
            "/evaluation/stories/",
            ["我的考核表", "反馈", "荣誉", "区域星级", "培训", "区域", "案例集", "业务档案"],
        ),
    ],
)
def test_pages_about_the_appraisal_stand_side_by_side(world: World, name: str, address: str, beside: list[str]) -> None:
    page = world.client(name).get(address).content.decode()
    row = page.split('class="tabs"')[1].split("</nav>", maxsplit=1)[0]
    assert re.findall(r'<a class="tab"[^>]*>([^<]+)</a>', row) == beside
    assert re.findall(r'href="([^"]+)" aria-current="page"', row) == [address]


def test_a_student_sees_no_row_of_pages_beside_the_questions(world: World) -> None:
    assert 'class="tabs"' not in world.client("林子涵").get("/evaluation/asked/").content.decode()
