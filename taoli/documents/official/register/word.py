"""The register as Word."""

from collections.abc import Sequence
from dataclasses import asdict

from taoli.documents.official.filling import fill
from taoli.documents.official.paper import OWN_LAYOUT, add_line, add_table, add_title, new_paper, saved
from taoli.documents.queries.heading import Heading
from taoli.documents.queries.register import RegisterLine

HEADS = ("序号", "导师姓名", "学科", "班级", "学习小组", "受导学生", "人数", "导师签字")
CELLS = ("no", "mentor", "subject", "room", "group", "students", "count")
WIDTHS = (1.2, 2.4, 1.8, 3.0, 2.8, 9.8, 1.4, 3.0)
STUDENTS = 5


def default_template() -> bytes:
    """Return the template with our own layout."""
    paper = new_paper(landscape=True)
    add_title(paper, "{{ school }}导师与学生对接表", "{{ term }}    导师 {{ mentors }} 人    学生 {{ students }} 人")
    cells = (*(f"{{{{ row.{name} }}}}" for name in CELLS), "")
    add_table(paper, HEADS, cells, WIDTHS, rows="rows", left=(STUDENTS,))
    add_line(paper, "填表人：______________    负责人签字：______________    日期：________年____月____日", before=14)
    add_line(paper, OWN_LAYOUT, size=9)
    return saved(paper)


def register_docx(heading: Heading, rows: Sequence[RegisterLine]) -> bytes:
    """Return the filled register."""
    context = {
        **heading.context(),
        "rows": [asdict(row) for row in rows],
        "mentors": len({row.mentor_id for row in rows}),
        "students": sum(row.count for row in rows),
    }
    return fill("register", heading.code, default_template, context)
