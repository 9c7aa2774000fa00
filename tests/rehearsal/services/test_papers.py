import io
from dataclasses import replace

import pytest
from docx import Document
from openpyxl import load_workbook

from taoli.rehearsal.services.papers import forms_made, make_papers
from taoli.rehearsal.services.rehearsing import Wanted, rehearse

pytestmark = pytest.mark.django_db


def test_every_form_is_made_from_the_term() -> None:
    stage = rehearse(Wanted("taigu-no2-2012", students=60)).stage
    made = make_papers(stage)
    assert sorted(made) == ["appraisal.docx", "forms.xlsx", "register.docx", "register.xlsx"]
    book = load_workbook(io.BytesIO(made["forms.xlsx"]))
    assert book.sheetnames == [
        "1 导师与学生对接表",
        "2 学生个案分析表",
        "3 阶段活动记录表",
        "4 与学生谈话记录表",
        "5 工作落实考核表",
    ]
    assert book.worksheets[3]["A4"].value.startswith("s01")
    (table,) = Document(io.BytesIO(made["appraisal.docx"])).tables
    assert len(table.rows) == len(stage.sheets) + 1
    assert "form:talk" in forms_made(stage)
    assert "form:comprehensive_report" not in forms_made(stage)


def test_a_scheme_without_forms_makes_none() -> None:
    stage = rehearse(Wanted("course-choice-high", students=60)).stage
    assert make_papers(replace(stage, scheme=stage.scheme.model_copy(update={"forms": ()}))) == {}
