import datetime as dt

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry
from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from taoli.schemes.phrases import change_words
from taoli.schemes.queries import own_clauses, rules, to_type
from tests.schemes.conftest import KEY, TYPED
from tests.world import START, World


def test_adopting_leaves_open_what_the_text_leaves_open(draft: SchemeVersion) -> None:
    assert (draft.version, draft.state, draft.changes) == (1, "draft", {})
    assert [point.path for point in to_type(draft)] == ["capacity.mentor.min", "capacity.mentor.max", "cycle.weeks"]


def test_adopting_with_count_scoring_is_a_change_of_its_own(world: World) -> None:
    row = services.adopt(by=world.office, preset_key=KEY, scoring="counted")
    assert row.changes == {"appraisal.items.individual.chosen": "as_printed"}
    (change,) = own_clauses(row)
    assert change_words(rules(row), change) == {
        "label": "“个别指导”怎样计分",
        "before": "",
        "after": "按人次计分（原文）",
    }


def test_adopting_again_starts_the_same_draft_anew(world: World, ready: SchemeVersion) -> None:
    again = services.adopt(by=world.office, preset_key=KEY, scoring="coverage")
    assert (again.pk, again.version, again.changes) == (ready.pk, 1, {})
    assert SchemeVersion.objects.of(world.school).count() == 1


def test_typed_values_become_the_schools_own_clauses(ready: SchemeVersion) -> None:
    assert ready.changes == TYPED
    assert to_type(ready) == ()
    changes = own_clauses(ready)
    assert {change.path: change.after for change in changes} == TYPED
    assert {change.clause.rule for change in changes if change.clause} == {"local"}


def test_value_as_the_preset_has_it_is_no_change_any_more(world: World, ready: SchemeVersion) -> None:
    steps = [{"kind": "assign"}, {"kind": "confirm"}, {"kind": "first_meeting"}]
    back = {"cycle.weeks": None, "unit": "study_group", "steps": steps, "capacity.mentor.target": 10}
    row = services.set_values(by=world.office, pk=ready.pk, changes=back, edit=ready.edit)
    assert row.changes == {"capacity.mentor.min": 7, "capacity.mentor.max": 16}


def test_steps_of_the_second_school_stand_in_the_diff_as_own_clauses(world: World, ready: SchemeVersion) -> None:
    steps = ["publish_mentors", "student_choice", "allocate", "adjust", "confirm"]
    row = services.set_values(
        by=world.office,
        pk=ready.pk,
        changes={"unit": "student", "steps": [{"kind": kind} for kind in steps]},
        edit=ready.edit,
    )
    scheme = rules(row)
    assert [step.kind for step in scheme.steps] == steps
    words = {change.path: change_words(scheme, change) for change in own_clauses(row)}
    assert words["unit"] == {"label": "结对单位", "before": "学习小组", "after": "学生"}
    assert words["steps.student_choice"] == {
        "label": "步骤：学生选择",
        "before": "没有这一步",
        "after": "有这一步，填 3 个志愿",
    }
    assert words["steps.assign"]["after"] == "没有这一步"


def test_second_of_two_editors_is_told_and_nothing_is_lost(world: World, draft: SchemeVersion) -> None:
    services.set_values(by=world.office, pk=draft.pk, changes={"cycle.weeks": 5}, edit=draft.edit)
    with pytest.raises(ConflictError) as told:
        services.set_values(by=world.office, pk=draft.pk, changes={"cycle.weeks": 6}, edit=draft.edit)
    assert str(told.value) == "刚才有人改了这份草稿。你填的内容还在，再保存一次就以你的为准。"
    draft.refresh_from_db()
    assert draft.changes == {"cycle.weeks": 5}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"capacity.mentor.min": 12, "capacity.mentor.max": 8}, "导师：应当最少 ≤ 目标 ≤ 最多，请改一改。"),
        ({"cycle.weeks": 2}, "固定时间在第 3 周，但一轮只有 2 周。"),
        ({"cycle.weeks": 99}, "“一轮有几周”不能大于 26。"),
        ({"nothing.like_this": 1}, "方案里没有“nothing”。"),
    ],
)
def test_scheme_that_does_not_hold_together_is_refused_in_words(
    world: World, draft: SchemeVersion, changes: dict[str, int], sentence: str
) -> None:
    with pytest.raises(TaoliError) as refusal:
        services.set_values(by=world.office, pk=draft.pk, changes=changes, edit=draft.edit)
    assert str(refusal.value) == sentence
    draft.refresh_from_db()
    assert draft.changes == {}


def test_publishing_waits_for_what_is_still_to_be_typed(world: World, draft: SchemeVersion) -> None:
    with pytest.raises(TaoliError, match="还有 3 处没有填写，填好才能发布。"):
        services.publish(by=world.office, pk=draft.pk, in_force_from=START)


def test_published_version_is_frozen(world: World, published: SchemeVersion) -> None:
    frozen = "这一版已经发布，不能再改。要修改，请另建新版本。"
    with pytest.raises(TaoliError) as refusal:
        services.set_values(by=world.office, pk=published.pk, changes={"cycle.weeks": 5}, edit=published.edit)
    assert str(refusal.value) == frozen
    with pytest.raises(TaoliError) as again:
        services.publish(by=world.office, pk=published.pk, in_force_from=START)
    assert str(again.value) == frozen
    published.refresh_from_db()
    assert rules(published).cycle.weeks == 4  # type: ignore[union-attr]


def test_change_after_publishing_is_a_new_version(world: World, published: SchemeVersion) -> None:
    second = services.revise(by=world.office)
    assert (second.version, second.state, second.changes) == (2, "draft", TYPED)
    assert services.revise(by=world.office).pk == second.pk
    second = services.set_values(by=world.office, pk=second.pk, changes={"cycle.weeks": 5}, edit=second.edit)
    early = dt.date(2026, 8, 1)
    with pytest.raises(TaoliError, match="上一版从 2026-09-01 起执行，请选这一天或更晚的日子。"):
        services.publish(by=world.office, pk=second.pk, in_force_from=early)
    services.publish(by=world.office, pk=second.pk, in_force_from=dt.date(2026, 12, 1))
    published.refresh_from_db()
    assert published.state == "replaced"
    assert rules(published).cycle.weeks == 4  # type: ignore[union-attr]


def test_revising_before_anything_is_published_is_refused(world: World) -> None:
    with pytest.raises(TaoliError, match="还没有发布实施方案。请先采用一份方案并发布。"):
        services.revise(by=world.office)


def test_each_step_leaves_its_audit_row(world: World, published: SchemeVersion) -> None:
    actions = AuditEntry.objects.of(world.school).filter(action__startswith="scheme.").order_by("seq")
    assert list(actions.values_list("action", flat=True)) == ["scheme.adopt", "scheme.set_values", "scheme.publish"]
