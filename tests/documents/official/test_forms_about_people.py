"""What holds for every form about people, whichever it is."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from taoli.common.policy import Role
from taoli.documents.official.layout import Holds, OfficialForm, Sheet, Unit
from taoli.documents.official.names import list_names, single_names
from taoli.documents.official.registry import forms, sheets_of
from taoli.documents.official.rendering import pdf, word
from taoli.roster.models import Student
from tests.documents.official.pages import texts_of
from tests.documents.official.people import MINE, SECRET, ids_of, read, statements
from tests.world import World

FRAME = {
    "school": "桃李中学",
    "code": "taoli",
    "term": "2026-2027学年第一学期",
    "who": "孙悦",
    "when": "2026年11月23日 10:05",
}
NAMES = {
    Unit.STUDENT: ("林子涵", "周一诺", "赵思源"),
    Unit.MENTOR: ("王敏", "李慧", "陈立"),
    Unit.GROUP: ("朝阳组", "远山组", "春笋组"),
}
OTHERS = {Unit.STUDENT: "孙浩然", Unit.MENTOR: "李慧", Unit.GROUP: "远山组"}


@pytest.mark.parametrize("key", MINE)
def test_a_mentor_gets_nothing_of_another_mentors_students(worked: World, key: str) -> None:
    assert read(worked, key, "王敏", OTHERS[forms()[key].unit]) == []


@pytest.mark.parametrize("key", MINE)
def test_ids_of_another_school_give_nothing(worked: World, key: str) -> None:
    assert worked.stranger is not None
    assert sheets_of(forms()[key])(worked.office, worked.term, [worked.stranger.pk]) == []


@pytest.mark.parametrize("key", MINE)
def test_the_office_needs_the_same_statements_for_one_as_for_three(worked: World, key: str) -> None:
    form, names = forms()[key], NAMES[forms()[key].unit]
    one, three = ids_of(worked, key, names[0]), ids_of(worked, key, *names)
    office, read_sheets = worked.office, sheets_of(form)
    read_sheets(office, worked.term, one)
    few = statements(lambda: read_sheets(office, worked.term, one))
    many = statements(lambda: read_sheets(office, worked.term, three))
    assert many == few
    assert len(read_sheets(office, worked.term, three)) == 3


@pytest.mark.parametrize("key", MINE)
def test_no_private_word_is_on_it_whoever_prints_it(worked: World, key: str) -> None:
    form = forms()[key]
    for who, role in (("王敏", Role.MENTOR), ("李慧", Role.HOMEROOM_TEACHER), ("孙悦", Role.MORAL_OFFICE)):
        if role in form.roles:
            found = read(worked, key, who, *NAMES[form.unit])
            assert found
            assert SECRET not in json.dumps([sheet.data for sheet in found], ensure_ascii=False)


@pytest.mark.parametrize("key", MINE)
def test_a_telephone_stands_on_contact_forms_only(worked: World, key: str) -> None:
    said = json.dumps([sheet.data for sheet in read(worked, key, "孙悦", *NAMES[forms()[key].unit])])
    assert ("13800000000" in said) == (forms()[key].holds is Holds.CONTACT)


@pytest.mark.parametrize("key", MINE)
def test_staff_print_it_whose_reach_the_queries_know(key: str) -> None:
    form = forms()[key]
    assert {Role.MENTOR, Role.MORAL_OFFICE} <= set(form.roles)
    assert not {Role.STUDENT, Role.GUARDIAN, Role.ADMIN, Role.ASSESSOR, Role.COUNSELLOR} & set(form.roles)
    assert form.rules


@pytest.mark.parametrize("key", MINE)
def test_it_prints_as_word_and_as_pdf_with_all_that_was_planted(worked: World, key: str) -> None:
    form = forms()[key]
    found = read(worked, key, "孙悦", *NAMES[form.unit])
    text = "".join(texts_of(pdf(form, FRAME, [*found, Sheet(None, "样张", form.sample)])))
    assert form.title in text
    for sheet in (found[0].data, form.sample):
        for value in planted(sheet, form):
            assert "".join(value.split()) in text
    assert word(form, FRAME, found).startswith(b"PK")


@pytest.mark.parametrize("key", MINE)
def test_a_name_of_thirty_characters_stays_whole(worked: World, key: str) -> None:
    form, name = forms()[key], "阿依古丽买买提热合曼吐尔逊古丽娜尔迪丽热巴阿不都拉木江"
    Student.objects.of(worked.school).filter(name="林子涵").update(name=name)
    found = read(worked, key, "孙悦", NAMES[form.unit][0])
    said = json.dumps([sheet.data for sheet in found], ensure_ascii=False)
    assert (name in said) <= (name in "".join(texts_of(pdf(form, FRAME, found))))


def planted(sheet: Mapping[str, Any], form: OfficialForm) -> Iterator[str]:
    """Yield every value of a sheet that the form has a place for."""
    for name in single_names(form):
        yield sheet.get(name, "")
    for name, fields in list_names(form).items():
        for row in sheet.get(name, []):
            yield from [row] if isinstance(row, str) else [row[one] for one in fields if isinstance(row[one], str)]
