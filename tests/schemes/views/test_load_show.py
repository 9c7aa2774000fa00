"""The load calculator: 桃李中学 has six students with four mentors, three of them homeroom teachers."""

import datetime as dt
import uuid
from pathlib import Path

import pytest
from django.utils.html import escape

from taoli.common.state import state_hash
from taoli.engine.load import Deal
from taoli.engine.scheme.vocabulary import Actor, Per
from taoli.roster.models import AttentionMark, Student, StudentCategory, TeachingAssignment, Term
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import PresetRow, preset, presets, rules
from taoli.schemes.queries.demands import load_row
from taoli.schemes.queries.numbers import school_numbers
from tests.schemes.conftest import KEY
from tests.world import TODAY, World

URL = "/schemes/load/"


def shown(world: World, **asked: str) -> str:
    return world.client("孙悦").get(URL, asked).content.decode()


def test_a_preset_is_reckoned_before_anything_is_adopted(world: World) -> None:
    text = shown(world, preset=KEY)
    assert "导师：每周" in text
    assert "班主任：每周" in text
    assert "太谷二中2012 · 个别指导" in text
    assert "还没有算进去（有内容待填写）：" in text
    assert 'value="6"' in text


def test_real_pairings_give_the_middle_and_the_most_burdened(world: World) -> None:
    # three homeroom teachers mentor one student each; 王敏, the one other mentor, has three of two classes
    # 3 ÷ 4.35 talks of 20 minutes = 13.8, 3 × 2 ÷ 22 weeks calls of 10 = 2.7, the plan 60 ÷ 44 = 1.4: 18 minutes
    text = shown(world, preset=KEY)
    assert "最重的每周 18 分钟，指导 3 名学生，来自 2 个班" in text
    even = shown(world, preset=KEY, deal="even")
    assert "最重的每周" not in even
    assert "平均每位" in even


def test_numbers_in_the_address_are_used_and_nothing_is_stored(world: World) -> None:
    client = world.client("孙悦")
    client.get(URL, {"preset": KEY})
    before = state_hash()
    asked = {"preset": KEY, "deal": "even", "students": "1000", "mentors": "76", "homeroom_teachers": "0"}
    text = client.get(URL, {**asked, "most_mentor": "10"}).content.decode()
    assert "导师：每位平均 13.2 名学生，方案上限 10，还差 24 位导师。" in text
    assert "个别指导：2 分" not in text
    assert "按人次" not in text
    assert "个月就封顶。 这种计分办法可选，现在没有选用。" in text
    assert 'value="1000"' in text
    assert state_hash() == before


def test_minutes_in_the_address_change_the_hours(world: World) -> None:
    asked = {"preset": KEY, "deal": "even", "students": "400", "mentors": "40", "homeroom_teachers": "0"}
    # ten students: 10 ÷ 4.35 talks a week of 20 minutes = 46, of 60 minutes = 137.9
    assert "46 分钟" in shown(world, **asked)
    assert "137.9 分钟" in shown(world, **asked, kind_talk="60")


def test_what_cannot_be_read_is_said_and_the_known_number_stays(world: World) -> None:
    text = shown(world, preset=KEY, students="many", weeks="0", most_mentor="x")
    assert "field-error" in text or 'aria-invalid="true"' in text
    assert "最重的每周" in text


def test_the_draft_comes_first_then_the_scheme_in_force(world: World, ready: SchemeVersion) -> None:
    text = shown(world)
    assert f'name="version" value="{ready.pk}"' in text
    assert "固定时间只有 40 分钟，2 个小组需要 80 分钟。" in text
    assert f"/schemes/load/?version={ready.pk}" in world.client("孙悦").get("/schemes/").content.decode()


def test_a_published_version_is_reckoned(world: World, published: SchemeVersion) -> None:
    assert f'name="version" value="{published.pk}"' in shown(world)
    assert f'name="version" value="{published.pk}"' in shown(world, version=str(published.pk))


def test_without_any_scheme_the_presets_are_shown(world: World) -> None:
    assert world.client("孙悦").get(URL)["Location"] == "/schemes/presets/"


def test_unknown_schemes_are_not_found(world: World) -> None:
    client = world.client("孙悦")
    for asked in ({"preset": "none"}, {"version": "nonsense"}, {"version": str(uuid.uuid4())}):
        assert client.get(URL, asked).status_code == 404


@pytest.mark.parametrize("path", [f"/schemes/presets/{KEY}/adopt/", "/schemes/presets/"])
def test_the_way_there_stands_beside_each_preset(world: World, path: str) -> None:
    assert f"/schemes/load/?preset={KEY}" in world.client("孙悦").get(path).content.decode()


def test_the_publish_page_leads_there(world: World, ready: SchemeVersion) -> None:
    text = world.client("孙悦").get(f"/schemes/{ready.pk}/publish/").content.decode()
    assert f"/schemes/load/?version={ready.pk}" in text


def test_the_numbers_are_the_rosters_own(world: World, tmp_path: Path) -> None:
    school = world.school.pk
    AttentionMark.objects.create(school=world.school, student=world.students["林子涵"], starts=TODAY)
    StudentCategory.objects.create(
        school=world.school, student=world.students["吴桐"], code="poverty", starts=TODAY, ends=TODAY
    )
    found = school_numbers(school, preset(KEY))
    assert (found.students, found.mentors, found.homeroom_teachers, found.classes, found.grades) == (6, 4, 3, 3, 2)
    assert (found.groups, found.weeks) == (3, 22)
    assert found.classes_taught == 1.2  # 王敏 two, 李慧, 陈立 and 周宁 one each: five ÷ four
    assert found.holders == {Actor.GRADE_LEAD: 1, Actor.MORAL_OFFICE: 1, Actor.PRINCIPAL: 1, Actor.ASSESSMENT_GROUP: 1}
    assert found.shares == {"attention": 1 / 6, "poverty": 1 / 6}
    assert found.deals == (Deal(3, 2, 2, 1),)
    assert found.lead_deals == (Deal(1, 1, 1, 1), Deal(1, 1, 1, 1), Deal(1, 1, 1, 1))


def test_an_empty_school_is_reckoned_with_assumptions(world: World) -> None:
    Student.objects.of(world.school).update(mentor=None)
    TeachingAssignment.objects.of(world.school).delete()
    Term.objects.of(world.school).update(starts=dt.date(2020, 9, 1), ends=dt.date(2020, 9, 2))
    found = school_numbers(world.school.pk, preset(KEY))
    assert (found.mentors, found.deals, found.lead_deals) == (10, (), ())
    empty = school_numbers(world.other.pk, preset(KEY))
    assert (empty.weeks, empty.classes_taught, empty.shares) == (20, 2.0, {})
    text = shown(world, preset=KEY)
    assert "一位导师的学生来自几个班" in text
    assert 'name="deal"' not in text


def test_load_row_of_a_school_is_its_mentor_in_the_middle(world: World, ready: SchemeVersion) -> None:
    row = load_row(rules(ready), school_id=world.school.pk)
    assert (row.students, row.classes, row.waiting) == (3, 2, ())
    assert row.minutes < load_row(rules(ready)).minutes


@pytest.mark.parametrize("row", presets(), ids=lambda row: row.key)
def test_every_preset_is_reckoned_with_its_duties_and_clauses(world: World, row: PresetRow) -> None:
    text = shown(world, preset=row.key)
    labels = [duty.label for duty in row.scheme.duties if duty.per is not Per.CYCLE]
    assert [label for label in labels if escape(label) not in text] == []


def test_load_show_is_for_the_office(world: World) -> None:
    assert world.client("王敏").get(URL, {"preset": KEY}).status_code == 403
