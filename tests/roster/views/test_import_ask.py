"""Saying what tables and columns mean."""

import uuid
from typing import Any

from django.urls import reverse

from taoli.common.models import AuditEntry
from taoli.common.policy import system
from taoli.roster.models import RosterImport
from taoli.roster.readers.book import Upload
from taoli.roster.services import importing, uploads
from tests.roster.books import school_book, workbook
from tests.roster.corpora.habits_files import headings_in_other_words
from tests.world import World


def asking(world: World) -> RosterImport:
    """Stage a roster with headings in other words."""
    row = importing.stage(by=world.office, uploads=[Upload(*one) for one in headings_in_other_words().files])
    assert (row.state, row.is_stored) == ("asking", True)
    return row


def address(row: RosterImport) -> str:
    return reverse("roster:import_ask", args=[row.pk])


def fields(world: World, row: RosterImport) -> tuple[Any, dict[str, str]]:
    """Return the form as shown, and what a browser would send of it."""
    form = world.client("孙悦").get(address(row)).context["form"]
    return form, {name: str(form[name].value()) for name in form.fields} | {"op": str(uuid.uuid4())}


def column(form: Any, heading: str) -> str:
    return next(str(name) for name, field in form.fields.items() if heading in str(field.label))


def test_uncertain_columns_are_shown_with_samples_and_certain_ones_are_folded(world: World) -> None:
    data = workbook({"学生": [["学号", "姓名", "班级", "娃他爸妈"], ["S1", "何晨曦", "高一1班", "何父"]]})
    row = importing.stage(by=world.office, file_name="名册.xlsx", data=data)
    answer = world.client("孙悦").get(address(row))
    (table,) = answer.context["form"].tables
    assert [str(field.label) for field in table["asked"]] == ["D 列：娃他爸妈"]
    assert [str(field.label) for field in table["known"]] == ["A 列：学号", "B 列：姓名", "C 列：班级"]
    page = answer.content.decode()
    assert "例如 何父" in page
    assert "已认出 3 列" in page
    assert "继续" in page


def test_the_answers_lead_to_the_preview_and_are_remembered(world: World) -> None:
    row = asking(world)
    form, sent = fields(world, row)
    for one in headings_in_other_words().corrections:
        sent[column(form, one.heading)] = one.meaning
    answer = world.client("孙悦").post(address(row), sent)
    assert answer["Location"] == reverse("roster:import_show", args=[row.pk])
    row.refresh_from_db()
    assert (row.state, row.problems) == ("ready", [])
    again = importing.preview(school_id=world.school.pk, uploads=uploads.held(school_id=world.school.pk, batch=row.pk))
    assert again.open_questions == 0


def test_a_double_tap_answers_once(world: World) -> None:
    row = asking(world)
    form, sent = fields(world, row)
    for one in headings_in_other_words().corrections:
        sent[column(form, one.heading)] = one.meaning
    client = world.client("孙悦")
    first, second = (client.post(address(row), sent)["Location"] for _tap in range(2))
    assert first == second
    assert AuditEntry.objects.of(world.school).filter(action="roster.import_answer").count() == 1


def test_another_kind_of_table_is_asked_anew(world: World) -> None:
    row = asking(world)
    _form, sent = fields(world, row)
    answer = world.client("孙悦").post(address(row), {**sent, "kind-0": "staff"})
    row.refresh_from_db()
    assert row.staged["guesses"][0]["kind"] == "staff"
    assert answer["Location"] == (address(row) if row.state == "asking" else address(row).removesuffix("ask/"))


def test_a_table_for_nothing_leaves_nothing_to_read(world: World) -> None:
    row = asking(world)
    _form, sent = fields(world, row)
    answer = world.client("孙悦").post(address(row), {**sent, "kind-0": "ignore"})
    assert answer["Location"] == reverse("roster:import_show", args=[row.pk])
    row.refresh_from_db()
    assert (row.state, [one["code"] for one in row.problems]) == ("refused", ["empty"])


def test_forgotten_files_are_told_and_what_was_chosen_stays(world: World) -> None:
    row = asking(world)
    form, sent = fields(world, row)
    name = column(form, "名儿")
    uploads.forget(school_id=world.school.pk, batch=row.pk)
    page = world.client("孙悦").post(address(row), {**sent, name: "ignore"})
    assert page.status_code == 200
    assert "请重新上传" in page.content.decode()
    assert page.context["form"][name].value() == "ignore"


def test_a_meaning_that_is_none_is_refused(world: World) -> None:
    row = asking(world)
    form, sent = fields(world, row)
    answer = world.client("孙悦").post(address(row), {**sent, column(form, "名儿"): "nonsense"})
    assert answer.status_code == 200
    row.refresh_from_db()
    assert row.state == "asking"


def test_a_certain_roster_can_be_looked_at_and_an_applied_one_not_any_more(world: World) -> None:
    row = importing.stage(by=world.office, file_name="名册.xlsx", data=workbook(school_book()))
    page = world.client("孙悦").get(address(row)).content.decode()
    assert "已认出 4 张表" in page
    importing.apply(by=world.office, pk=row.pk)
    answer = world.client("孙悦").get(address(row))
    assert answer["Location"] == reverse("roster:import_show", args=[row.pk])


def test_an_import_of_another_school_is_not_found_and_only_the_office_is_asked(world: World) -> None:
    strange = importing.stage(by=system(world.other.pk), file_name="名册.xlsx", data=workbook(school_book()))
    assert world.client("孙悦").get(address(strange)).status_code == 404
    own = asking(world)
    for person in ("王敏", "李慧", "钱程", "郑明", "林子涵"):
        assert world.client(person).get(address(own)).status_code == 403
