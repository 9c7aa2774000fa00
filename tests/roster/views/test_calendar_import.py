"""Reading a school's calendar on the page."""

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from taoli.roster.models import SchoolDay, Term
from taoli.roster.services.terms import set_day
from tests.roster.calendars import LISTED, listed
from tests.world import World

URL = reverse("roster:calendar_import")


def upload(world: World, data: bytes) -> HttpResponse:
    file = SimpleUploadedFile("校历.xlsx", data)
    return world.client("孙悦").post(URL, {"file": file})  # type: ignore[return-value]


def test_the_page_offers_the_template_and_says_which_year_is_not_announced(world: World) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert reverse("roster:calendar_template") in page
    assert "2027 年的放假安排这里还没有" in page


def test_a_calendar_is_compared_and_waits_for_confirmation(world: World) -> None:
    set_day(by=world.office, term=world.term, day=dt.date(2026, 11, 3), kind="holiday", note="停电")
    before = SchoolDay.objects.of(world.school).count()
    page = upload(world, listed(*LISTED, ("2月1日", "寒假", "放假"), (10.1, "国庆节", "放假"))).content.decode()
    for words in (
        "增加的考试日 (4)",
        "已手工更正，保持不变 (1)",
        "考试周：第 10 周（2026-11-02 起）",
        "不在学校的任何学期里，没有采用：2027-02-01 寒假",
        "请再核对 10.1",
        'name="token"',
    ):
        assert words in page, words
    assert SchoolDay.objects.of(world.school).count() == before


def test_problems_are_listed_with_their_place(world: World) -> None:
    page = upload(world, listed(("10月10日(周五)", "补课", "上课"))).content.decode()
    assert "2026-10-10 是周六，不是周五。请改正其中一处。" in page
    assert 'name="token"' not in page


def test_a_calendar_that_says_nothing_new_is_told_so(world: World) -> None:
    page = upload(world, listed(("10月1日-7日", "国庆节", "放假"))).content.decode()
    assert "校历里已经都有了，没有要改的。" in page
    assert 'name="token"' not in page


def test_no_file_gets_a_sentence(world: World) -> None:
    assert "请选择一个文件。" in world.client("孙悦").post(URL, {"op": "x"}).content.decode()


def test_a_school_without_a_term_is_sent_to_enter_one(world: World) -> None:
    SchoolDay.objects.of(world.school).delete()
    Term.objects.of(world.school)._raw_delete("default")
    page = upload(world, listed(*LISTED)).content.decode()
    assert "还没有录入学期。请先填写学期的第一天和最后一天。" in page
    assert reverse("roster:term_edit") in page
