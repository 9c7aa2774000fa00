"""A template is held against the names of its form, each fault with its line."""

from typing import Any

import pytest

from taoli.documents.official.known import known
from taoli.documents.official.registry import forms
from taoli.documents.readers.checking import check
from taoli.documents.readers.fault import Fault
from tests.documents.templating import KEY, own, whole

NAMES = known(forms()[KEY])
BEGIN, END = "{%p for sheet in sheets %}", "{%p endfor %}"


def faults(*lines: str, **said: Any) -> list[Fault]:
    return check(own(*lines, **said), NAMES).faults


def test_the_default_template_has_no_fault_and_prints_every_field() -> None:
    found = check(whole(), NAMES)
    assert found.faults == []
    assert {"school", "sheet.student", "sheet.talks.on", "sheet.contacts.said"} <= found.used


@pytest.mark.parametrize(
    "line",
    [
        "{{ school }}{{ term }}{{ who }}{{ when }}{{ title }}",
        "{%p if alone %}",
        "{% if not alone and term == '甲' or who != when %}甲{% elif term %}乙{% else %}丙{% endif %}",
        "{# eine Bemerkung #}",
        "{{ '甲' }}",
    ],
)
def test_what_may_stand_in_a_template(line: str) -> None:
    end = ("{%p endif %}",) if line.startswith("{%p") else ()
    assert faults(line, *end) == []


def test_loops_with_names_of_the_schools_own() -> None:
    inner = "{% for one in page.talks %}{{ loop.index }}{{ one.on }}{% else %}——{% endfor %}"
    assert faults("{%p for page in sheets %}", inner, END) == []


@pytest.mark.parametrize(
    ("line", "code", "values"),
    [
        ("学生：{{ sheet.studnet }}", "unknown", {"name": "sheet.studnet", "near": "sheet.student"}),
        ("{{ shool }}", "unknown", {"name": "shool", "near": "school"}),
        ("{{ sheet.xyz }}", "unknown_far", {"name": "sheet.xyz"}),
        ("{{ sheet.__class__ }}", "unknown_far", {"name": "sheet.__class__"}),
        ("{{ sheet.student.name }}", "no_parts", {"name": "sheet.student", "said": "sheet.student.name"}),
        ("{{ sheet.talks }}", "not_text", {"name": "sheet.talks"}),
        ("{% for a in sheet.student %}{% endfor %}", "not_list", {"name": "sheet.student"}),
        ("{% for a, b in sheet.talks %}{% endfor %}", "expression", {}),
        ("{% for a in sheet.talks if a.on %}{% endfor %}", "expression", {}),
        ("{% for a in range(9) %}{% endfor %}", "expression", {}),
        ("{{ school|upper }}", "expression", {"said": "school|upper"}),
        ("{{ school.upper() }}", "expression", {}),
        ("{{ sheet['student'] }}", "expression", {}),
        ("{{ 7 * 7 }}", "expression", {}),
        ("{{ school, }}{{ a b }}", "syntax", {}),
        ("{% set a = 1 %}", "statement", {"said": "set a = 1"}),
        ("{% include 'x' %}", "statement", {}),
        ("{% endif %}", "not_begun", {}),
        ("{{ school", "half", {"mark": "{{"}),
        ("school }}", "half", {"mark": "}}"}),
        ("｛｛ school ｝｝", "wide", {"mark": "｛｛"}),
    ],
)
def test_each_fault_names_its_cause_and_its_line(line: str, code: str, values: dict[str, str]) -> None:
    found = faults("表头", BEGIN, line, END)
    assert [one.code for one in found][:1] == [code]
    assert found[0].values | values == found[0].values
    where = found[0].where
    assert where is not None
    assert where.paragraph == 3
    assert where.text == line


def test_a_loop_that_is_not_ended_is_named_where_it_begins() -> None:
    (found,) = faults("表头", "{%p if alone %}", END.replace("for", "if"), BEGIN)
    assert (found.code, found.values["end"]) == ("not_ended", "endfor")
    assert found.where is not None
    assert found.where.paragraph == 4


def test_a_row_of_a_table_and_the_footer_are_named() -> None:
    def footer(paper: Any) -> None:
        paper.sections[0].footer.paragraphs[0].text = "{{ shcool }}"
        paper.core_properties.title = "{{ titel }}"

    found = faults("甲", row=("乙", "{{ tern }}"), change=footer)
    places = {(one.where.part, one.where.table, one.where.row) for one in found if one.where}
    assert places == {("body", 1, 1), ("footer", 0, 0), ("properties", 0, 0)}


def test_a_placeholder_cut_into_runs_is_read_whole() -> None:
    def cut(paper: Any) -> None:
        line = paper.add_paragraph("{{ sch")
        line.add_run("ool }}").bold = True

    assert faults("甲", change=cut) == []


def test_harm_from_outside_is_the_only_fault() -> None:
    assert [one.code for one in check(b"hello", NAMES).faults] == ["not_word"]
