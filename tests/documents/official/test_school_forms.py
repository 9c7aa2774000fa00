"""What every form of the school keeps to: its sample prints, long names and long lists flow, roles are reasonable."""

import io
from typing import Any

import docx
import pypdfium2
import pytest

from taoli.common.policy import Role
from taoli.documents.official import rendering
from taoli.documents.official.filled import ready
from taoli.documents.official.layout import Sheet
from taoli.documents.official.names import list_names, single_names
from taoli.documents.official.registry import forms

KEYS = (
    "agreement",
    "appointment_agreement",
    "appointment_letter",
    "appraisal_sheet",
    "appraisal_sheets",
    "certificate",
    "choice_application",
    "class_conference",
    "class_register",
    "commendation",
    "consultation",
    "evaluation_booklet",
    "headcount",
    "meeting_sign_in",
    "principal_meeting",
    "public_notice",
    "scheme_document",
    "school_register",
    "staff_sign_in",
    "system_documents",
)
FRAME = {"school": "桃李中学", "code": "", "term": "2026-2027学年第一学期", "who": "孙悦", "when": "2026年11月23日"}
LONG = "阿卜杜热合曼·买买提依明江·阿不都热依木·吐尔逊江·艾尼"


def text_of(data: bytes) -> str:
    """The text of a PDF without spaces and breaks."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    return "".join("".join(pages).split())


def texts(value: Any) -> list[str]:
    """Every text that stands in a sheet's data."""
    if isinstance(value, dict):
        return [one for part in value.values() for one in texts(part)]
    return [one for part in value for one in texts(part)] if isinstance(value, list) else [str(value)]


@pytest.mark.parametrize("key", KEYS)
def test_every_value_of_the_sample_stands_in_pdf_and_word(key: str) -> None:
    form = forms()[key]
    used = ready(form, form.sample)
    names = single_names(form) | set(list_names(form))
    sheet = [Sheet(None, "", form.sample)]
    pdf = text_of(rendering.pdf(form, FRAME, sheet))
    word = docx.Document(io.BytesIO(rendering.default_word(form, FRAME, sheet))).element.xml
    for name in names:
        for value in texts(used[name]):
            assert "".join(value.split()) in pdf, (name, value)
            assert value.split("\n")[0] in word, (name, value)


@pytest.mark.parametrize("key", KEYS)
def test_only_people_of_the_school_who_work_with_it_may_print(key: str) -> None:
    form = forms()[key]
    assert Role.ADMIN not in form.roles
    assert Role.GUARDIAN not in form.roles
    assert (Role.STUDENT in form.roles) == (key == "choice_application")
    assert Role.MORAL_OFFICE in form.roles


def test_the_list_of_250_mentors_flows_and_repeats_its_head() -> None:
    form = forms()["appraisal_sheets"]
    row = {**form.sample["rows"][0], "mentor": LONG}
    made = rendering.pdf(form, FRAME, [Sheet(None, "", {"rows": [{**row, "no": str(no)} for no in range(1, 251)]})])
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)]
    assert len(pages) > 10
    assert all("导师姓名" in page for page in pages[:-1])
    assert text_of(made).count(LONG[-2:]) == 250


def test_250_sign_on_pages_that_repeat_the_head() -> None:
    form = forms()["staff_sign_in"]
    line = {"no0": "1", "name0": LONG, "subject0": "语文", "no1": "2", "name1": "王敏", "subject1": "语文"}
    made = rendering.pdf(form, FRAME, [Sheet(None, "", {"expected": "250 人", "signatures": [line] * 125})])
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)]
    assert len(pages) > 3
    assert all("签字" in page for page in pages[:-1])


@pytest.mark.parametrize("key", ["appointment_letter", "certificate"])
def test_a_long_name_stays_on_one_page(key: str) -> None:
    form = forms()[key]
    data = {**form.sample, "mentor": LONG, "students": "学生：" + "、".join([LONG] * 8)}
    assert len(pypdfium2.PdfDocument(rendering.pdf(form, FRAME, [Sheet(None, "", data)]))) == 1
