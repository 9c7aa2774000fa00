from typing import Any

from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from tests.schemes.conftest import TYPED
from tests.world import World

CHOSEN = ["publish_mentors", "student_choice", "allocate", "adjust", "confirm"]


def url(row: SchemeVersion) -> str:
    return f"/schemes/{row.pk}/edit/"


def filled(row: SchemeVersion, **typed: Any) -> dict[str, Any]:
    return {
        "cycle__weeks": 4,
        "cycle__anchor_week": 3,
        "cycle__weekday": 3,
        "cycle__slot": "下午最后一节自习",
        "capacity__mentor__min": 7,
        "capacity__mentor__target": 10,
        "capacity__mentor__max": 16,
        "capacity__lead_mentor__min": 15,
        "capacity__lead_mentor__max": 20,
        "max_classes_per_mentor": 2,
        "appraisal__items__individual__chosen": "",
        "unit": "study_group",
        "steps": ["assign", "confirm", "first_meeting"],
        "ranks": 3,
        "edit": row.edit,
        **typed,
    }


def test_only_what_differs_from_the_text_becomes_an_own_clause(world: World, draft: SchemeVersion) -> None:
    answer = world.client("孙悦").post(url(draft), filled(draft))
    assert answer["Location"] == f"/schemes/?version={draft.pk}"
    draft.refresh_from_db()
    assert draft.changes == TYPED


def test_choice_round_is_added_on_the_page_and_shown_as_own_clause(world: World, draft: SchemeVersion) -> None:
    client = world.client("孙悦")
    client.post(url(draft), filled(draft, steps=CHOSEN, unit="student"))
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
    for sentence, steps in cases.items():
        assert sentence in client.post(url(draft), filled(draft, steps=steps)).content.decode()
    answer = client.post(url(draft), filled(draft, steps=CHOSEN, ranks=""))
    assert "请填写每名学生可以填几个志愿。" in answer.content.decode()
    answer = client.post(url(draft), filled(draft, steps=CHOSEN, unit="study_group"))
    assert "有“学生选择”，就要按学生结对" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.changes == {}


def test_values_the_text_leaves_open_say_that_they_are_needed(world: World, draft: SchemeVersion) -> None:
    page = world.client("孙悦").get(url(draft)).content.decode()
    assert page.count("公布前要填") == 3  # length of a cycle, least and most of a mentor


def test_bounds_out_of_order_are_a_sentence_and_the_typed_text_is_kept(world: World, draft: SchemeVersion) -> None:
    page = world.client("孙悦").post(url(draft), filled(draft, capacity__mentor__min=20)).content.decode()
    assert "导师：应当最少 ≤ 目标 ≤ 最多，请改一改。" in page
    assert 'name="capacity__mentor__min" value="20"' in page


def test_second_editor_keeps_the_text_and_may_save_again(world: World, draft: SchemeVersion) -> None:
    client = world.client("孙悦")
    stale = filled(draft, cycle__slot="周五班会")
    services.set_values(by=world.office, pk=draft.pk, changes={"cycle.weeks": 6}, edit=draft.edit)
    page = client.post(url(draft), stale).content.decode()
    assert "刚才有人改了这份草稿。你填的内容还在，再保存一次就以你的为准。" in page
    assert 'value="周五班会"' in page
    draft.refresh_from_db()
    assert f'name="edit" value="{draft.edit}"' in page
    assert client.post(url(draft), stale | {"edit": draft.edit}).status_code == 302


def test_published_version_is_shown_instead_of_edited(world: World, published: SchemeVersion) -> None:
    answer = world.client("孙悦").get(url(published))
    assert answer["Location"] == f"/schemes/?version={published.pk}"


def test_somebody_elses_scheme_is_not_found(world: World) -> None:
    theirs = SchemeVersion.objects.create(school=world.other, preset_key="taigu-no2-2012", version=1, title="邻校")
    assert world.client("孙悦").get(url(theirs)).status_code == 404
