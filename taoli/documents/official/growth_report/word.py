"""Growth archives and reports of a term as Word, a student a page or more."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Pt

from taoli.archive.queries.report import PrintedLine, Report
from taoli.documents.official.filling import fill
from taoli.documents.official.paper import OWN_LAYOUT, add_line, add_page_break, add_title, new_paper, saved, write
from taoli.documents.queries.heading import Heading

BODY = 12


def default_template() -> bytes:
    """Return the template with our own layout."""
    paper = new_paper(landscape=False)
    add_line(paper, "{%p for one in reports %}")
    add_title(paper, "{{ one.title }}", "{{ school }}    {{ one.term }}")
    add_line(paper, "学生：{{ one.student }}（{{ one.room }}）    学号：{{ one.number }}", size=BODY, before=12)
    add_line(paper, "导师：{{ one.mentors }}    本人长处：{{ one.strengths }}", size=BODY)
    add_line(paper, "{%p for part in one.parts %}")
    add_line(paper, "{{ part.label }}", size=14, before=12)
    add_line(paper, "{%p for text in part.lines %}")
    line = paper.add_paragraph()
    line.paragraph_format.line_spacing = 1.5
    line.paragraph_format.space_before = Pt(4)
    write(line, "{{ text }}", size=BODY)
    add_line(paper, "{%p endfor %}")
    add_line(paper, "{%p endfor %}")
    add_line(paper, "班主任（签字）：______________    家长（签字）：______________", size=BODY, before=24)
    add_line(paper, OWN_LAYOUT, size=9, before=12)
    add_page_break(paper)
    add_line(paper, "{%p endfor %}")
    return saved(paper)


def growth_docx(heading: Heading, reports: Sequence[Report]) -> bytes:
    """Return the filled papers: a whole archive where the report has no term, else the report of the term."""
    context = {**heading.context(), "reports": [_filled(one) for one in reports]}
    return fill("growth_report", heading.code, default_template, context)


def _filled(report: Report) -> dict[str, Any]:
    return {
        "title": "学生成长报告" if report.term else "学生成长档案",
        "term": report.term,
        "student": report.student.name,
        "room": report.student.school_class.name,
        "number": report.student.number,
        "mentors": "、".join(report.mentors) or "——",
        "strengths": "、".join(report.strengths) or "——",
        "parts": [{"label": label, "lines": lines} for label, lines in _parts(report) if lines],
    }


def _parts(report: Report) -> list[tuple[str, list[str]]]:
    voices = [
        (f"学期评价 {one.term} · {voice.label}（{voice.by}）", [voice.text])
        for one in report.evaluations
        for voice in one.voices
    ]
    marks = [
        (line.subject, [f"{one.exam}：{one.mark}{f' / {one.full}' if one.full else ''}" for one in line.marks])
        for line in report.lines
    ]
    return [
        *voices,
        ("目标", _lines(report.goals)),
        *[(section.label, _lines(section.lines)) for section in report.sections],
        ("每月表现", _lines(report.months)),
        *marks,
    ]


def _lines(lines: Sequence[PrintedLine]) -> list[str]:
    return [f"{one.day}  {one.text}" for one in lines]
