from typing import Any

import pytest

from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import rules
from taoli.schemes.queries.sections import ALL
from tests.world import World

CHOSEN = ["publish_mentors", "student_choice", "allocate", "adjust", "confirm"]


def url(row: SchemeVersion, section: str) -> str:
    return f"/schemes/{row.pk}/edit/{section}/"


def steps(row: SchemeVersion, **typed: Any) -> dict[str, Any]:
    first = ["assign", "confirm", "first_meeting"]
    return {"unit": "study_group", "steps": first, "ranks": 3, "edit": row.edit, **typed}


@pytest.mark.parametrize("section", ALL, ids=lambda section: section.name)
def test_every_part_opens_and_saving_it_untouched_changes_nothing(
    world: World, ready: SchemeVersion, section: Any
) -> None:
    client = world.client("孙悦")
    answer = client.get(url(ready, section.name))
    assert answer.status_code == 200
    form = answer.context["form"]
    if form is None:
        return
    data = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in data.items() if value not in (None, False)}
    saved = client.post(url(ready, section.name), sent)
    if section.name in {"continuity", "allowance"} and saved.status_code == 200:
        return  # Taigu pays no allowance: saving an empty form asks for what it needs
    assert saved.status_code == 302
    ready.refresh_from_db()
    assert ready.changes == {"cycle.weeks": 4, "capacity.mentor.min": 7, "capacity.mentor.max": 16}


def test_choice_round_is_added_and_shown_as_own_clause(world: World, draft: SchemeVersion) -> None:
    client = world.client("孙悦")
    answer = client.post(url(draft, "steps"), steps(draft, steps=CHOSEN, unit="student"))
    assert answer["Location"] == f"/schemes/{draft.pk}/edit/#steps"
    page = client.get("/schemes/", {"version": str(draft.pk)}).content.decode()
    assert "步骤：学生选择" in page
    assert "有这一步，填 3 个志愿" in page
    draft.refresh_from_db()
    assert [step["kind"] for step in draft.changes["steps"]] == CHOSEN


def test_steps_that_leave_students_without_mentors_are_refused(world: World, draft: SchemeVersion) -> None:
    client = world.client("孙悦")
    cases = {
        "请选“学校分配”或“按志愿匹配”中的一步，不然没有人会有导师。": ["confirm"],
        "“学校分配”和“按志愿匹配”只能选一个。": ["assign", "allocate"],
        "有“学生选择”，就要有“按志愿匹配”这一步，请一起选上。": ["student_choice", "assign"],
    }
    for sentence, chosen in cases.items():
        assert sentence in client.post(url(draft, "steps"), steps(draft, steps=chosen)).content.decode()
    answer = client.post(url(draft, "steps"), steps(draft, steps=CHOSEN, unit="student", ranks=""))
    assert "请填写每名学生可以填几个志愿。" in answer.content.decode()
    answer = client.post(url(draft, "steps"), steps(draft, steps=CHOSEN))
    assert "有“学生选择”，就要按学生结对" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.changes == {}


def test_wishes_alone_are_changed_inside_their_step(world: World, draft: SchemeVersion) -> None:
    client = world.client("孙悦")
    client.post(url(draft, "steps"), steps(draft, steps=CHOSEN, unit="student"))
    draft.refresh_from_db()
    client.post(url(draft, "steps"), steps(draft, steps=CHOSEN, unit="student", ranks=5, asks_reason="on"))
    draft.refresh_from_db()
    choice = next(step for step in rules(draft).steps if step.kind == "student_choice")
    assert (choice.ranks, choice.reason) == (5, True)


def test_labels_are_typed_and_taken_away(world: World, draft: SchemeVersion) -> None:
    client = world.client("孙悦")
    page = client.get(url(draft, "labels"))
    data = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    client.post(url(draft, "labels"), data | {"leader": "包靠领导", "teaching_office": ""})
    draft.refresh_from_db()
    assert draft.changes == {"labels.leader": "包靠领导", "labels.teaching_office": None}


def test_a_wrong_value_is_said_at_its_field(world: World, draft: SchemeVersion) -> None:
    page = world.client("孙悦").post(url(draft, "cycle"), {"weeks": 2, "anchor_week": 3, "first_week": 1, "edit": 1})
    assert "固定时间在第 3 周，但一轮只有 2 周。" in page.content.decode()


def test_conflict_keeps_what_was_typed(world: World, draft: SchemeVersion) -> None:
    stale = {"title": "我校全员育人导师制", "edit": draft.edit}
    services.set_values(by=world.office, pk=draft.pk, changes={"cycle.weeks": 6}, edit=draft.edit)
    page = world.client("孙悦").post(url(draft, "basics"), stale).content.decode()
    assert 'value="我校全员育人导师制"' in page
    assert "刚才有人改了这份草稿" in page


def test_unknown_part_and_frozen_version(world: World, published: SchemeVersion) -> None:
    client = world.client("孙悦")
    assert client.get(url(published, "duties"))["Location"] == f"/schemes/?version={published.pk}"
    assert client.get(url(published, "nothing")).status_code == 404
