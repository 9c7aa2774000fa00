import datetime as dt

import pytest
from django.http import Http404

from taoli.schemes import queries, services
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries.demands import demands, load_row, people
from tests.schemes.conftest import KEY
from tests.world import START, TODAY, World


def test_every_preset_folder_is_offered() -> None:
    assert KEY in [row.key for row in queries.presets()]
    with pytest.raises(Http404):
        queries.get_preset("no-such-scheme")


def test_version_in_force_depends_on_the_day(world: World, published: SchemeVersion) -> None:
    second = services.revise(by=world.office)
    services.publish(by=world.office, pk=second.pk, in_force_from=dt.date(2026, 12, 1))
    school = world.school.pk
    assert queries.published(school, dt.date(2026, 8, 31)) is None
    assert queries.published(school, START).version == 1  # type: ignore[union-attr]
    assert queries.published(school, TODAY).version == 1  # type: ignore[union-attr]
    assert queries.published(school, dt.date(2026, 12, 1)).version == 2  # type: ignore[union-attr]
    assert queries.published(school).version == 2  # type: ignore[union-attr]
    assert queries.published(world.other.pk) is None


def test_rules_are_parsed_once_per_checksum(published: SchemeVersion) -> None:
    assert queries.rules(published) is queries.rules(SchemeVersion.objects.of(published.school_id).get())


def test_draft_is_seen_by_the_office_only(world: World, draft: SchemeVersion) -> None:
    assert [row.pk for row in queries.versions(world.office)] == [draft.pk]
    assert queries.versions(world.actor("王敏")) == []
    with pytest.raises(Http404):
        queries.get_version(world.actor("王敏"), draft.pk)


def test_version_of_another_school_is_not_found(world: World) -> None:
    theirs = SchemeVersion.objects.create(
        school=world.other, preset_key=KEY, version=1, title="邻校", state="published"
    )
    with pytest.raises(Http404):
        queries.get_version(world.office, theirs.pk)


def test_demands_stand_by_role_with_their_clause() -> None:
    found = {role.role: role for role in demands(queries.preset(KEY))}
    assert list(found)[:2] == ["导师", "班主任"]
    duties = found["导师"].sections["工作要求"]
    assert [one.sentence for one in duties] == [
        "小组谈话或集体指导：每轮至少 1 次，对每个小组，在固定时间。",
        "个别指导：每月至少 1 次，对每名学生。",
        "与家长沟通：每学期至少 2 次，对每个家庭。",
        "导师工作实施方案：每学年至少 1 次，自己完成。",
    ]
    assert duties[0].clause.ref == "太谷二中2012 · 每轮活动"
    assert found["导师"].sections["指导人数"][0].sentence == "联系 约 10 名学生，或 1—2 个学习小组。"


def test_load_is_told_with_what_cannot_be_counted_yet(ready: SchemeVersion) -> None:
    printed = load_row(queries.preset(KEY))
    assert (printed.students, printed.classes, printed.waiting) == (10, 2, ("小组谈话或集体指导",))
    typed = load_row(queries.rules(ready))
    assert typed.waiting == ()
    assert typed.minutes > printed.minutes
    assert load_row(queries.rules(ready), 20).minutes > typed.minutes


def test_people_are_counted_without_who_left(world: World) -> None:
    assert people(world.school.pk) == (10, 6)
