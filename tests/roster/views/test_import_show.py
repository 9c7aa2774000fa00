"""The preview of an import."""

from django.urls import reverse

from taoli.roster.readers.book import Upload
from taoli.roster.services import importing
from tests.roster.books import school_book, workbook
from tests.roster.corpora.habits_files import headings_in_other_words
from tests.roster.corpora.habits_sheets import a_hidden_sheet_and_totals, a_sheet_for_each_group
from tests.world import World


def waiting(world: World) -> str:
    row = importing.stage(by=world.office, file_name="名册.xlsx", data=workbook(school_book()))
    assert row.problems == []
    return reverse("roster:import_show", args=[row.pk])


def test_it_shows_counts_and_what_is_added_changed_and_closed(world: World) -> None:
    answer = world.client("孙悦").get(waiting(world))
    page = answer.content.decode()
    counts = {str(one["noun"]): (one["add"], one["change"], one["close"]) for one in answer.context["counts"]}
    # 林子涵, 周一诺, 孙浩然 of 高一(1)班 and two of 高一(2)班 are not in the file
    assert counts["学生"] == (4, 0, 5)
    assert counts["班主任"] == (0, 2, 0)
    assert "林子涵" in page
    assert "停用 · 学生 (5)" in page
    assert "有 1 个身份证号没有读入：本校没有打开“保存身份证号”。" in page
    assert "确认写入" in page


def test_an_import_of_another_school_is_not_found(world: World) -> None:
    from taoli.common.policy import system

    row = importing.stage(by=system(world.other.pk), file_name="名册.xlsx", data=workbook(school_book()))
    assert world.client("孙悦").get(reverse("roster:import_show", args=[row.pk])).status_code == 404


def test_an_applied_import_shows_its_counts_and_no_button(world: World) -> None:
    address = waiting(world)
    importing.apply(by=world.office, pk=address.split("/")[-2])  # type: ignore[arg-type]
    page = world.client("孙悦").get(address).content.decode()
    assert "已写入" in page
    assert "确认写入" not in page


def test_only_the_office_sees_it(world: World) -> None:
    address = waiting(world)
    for person in ("王敏", "李慧", "钱程", "郑明", "林子涵"):
        assert world.client(person).get(address).status_code == 403


def test_a_job_that_is_not_one_is_ignored(world: World) -> None:
    assert world.client("孙悦").get(f"{waiting(world)}?job=nonsense").context["job"] is None


def test_pairings_that_are_affected_are_counted_and_named(world: World) -> None:
    page = world.client("孙悦").get(waiting(world)).content.decode()
    assert "5 个结对受影响" in page
    assert "林子涵 · 高一(1)班 · 王敏" in page
    assert "以后在结对里逐个询问" in page


def test_group_members_teachers_and_guardians_stand_with_their_names(world: World) -> None:
    sections = world.client("孙悦").get(waiting(world)).context["plan"]
    lines = {section["title"]: section["lines"] for section in sections}
    assert lines["新增 · 小组成员"][0]["text"] == "何晨曦 · S1 · 宿舍 · 1-101"
    assert lines["新增 · 任课"][0]["text"] == "宋雨 · T1 · 高一(1)班 · 语文"
    assert lines["新增 · 家长"][0]["text"] == "何父 · 何晨曦 · S1"
    assert lines["修改 · 班主任"][0]["changes"][0]["after"] == "宋雨 T1"


def test_mentors_named_in_titles_are_shown_as_proposals(world: World) -> None:
    row = importing.stage(by=world.office, uploads=[Upload(*one) for one in a_sheet_for_each_group().files])
    answer = world.client("孙悦").get(reverse("roster:import_show", args=[row.pk]))
    assert answer.context["proposals"][0] == "宋雨 · 高一(1)班 · 启明组：张伟、罗一鸣、阿依古丽·买买提"
    assert "文件里写明导师的学生有 18 位" in answer.content.decode()


def test_what_was_left_out_is_told_with_its_reason(world: World) -> None:
    row = importing.stage(by=world.office, uploads=[Upload(*one) for one in a_hidden_sheet_and_totals().files])
    notes = " ".join(world.client("孙悦").get(reverse("roster:import_show", args=[row.pk])).context["notes"])
    assert "2025秋" in notes
    assert "小计" in notes


def test_an_import_that_asks_leads_to_its_questions(world: World) -> None:
    row = importing.stage(by=world.office, uploads=[Upload(*one) for one in headings_in_other_words().files])
    answer = world.client("孙悦").get(reverse("roster:import_show", args=[row.pk]))
    assert answer["Location"] == reverse("roster:import_ask", args=[row.pk])
