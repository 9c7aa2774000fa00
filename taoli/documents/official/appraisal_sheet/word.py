"""The appraisal sheet as Word: every mentor on a line, or one mentor with how each point was reckoned."""

from dataclasses import replace

from docx.document import Document as Paper

from taoli.documents.official.filling import fill
from taoli.documents.official.paper import OWN_LAYOUT, add_line, add_table, add_title, new_paper, saved
from taoli.documents.queries.appraisal import AppraisalPaper
from taoli.documents.queries.heading import Heading

WIDTH = 25.8  # cm between the margins of A4 landscape
FIRST = (("序号", "no", 1.2), ("导师姓名", "mentor", 2.3), ("受导学生数量", "mentees", 1.9), ("班级", "classes", 3.2))
LAST = (("考核组评价", "total", 2.8), ("考核组组长", "", 2.4))
CLASSES = 3
DETAIL_HEADS = ("考核项目", "满分", "得分", "计算")
DETAIL_CELLS = ("{{ row.label }}", "{{ row.most }}", "{{ row.points }}", "{{ row.how }}")
DETAIL_WIDTHS = (3.6, 1.8, 2.0, 18.0)
HOW = 3


def template_for(columns: tuple[str, ...], *, details: bool) -> bytes:
    """Return the default template for a scheme with these items."""
    paper = new_paper(landscape=True)
    add_title(paper, "{{ school }}{{ title }}", "{{ term }}")
    _table(paper, columns)
    for line in ("{%p for note in notes %}", "{{ note }}", "{%p endfor %}"):
        add_line(paper, line, size=9, before=3)
    if details:
        add_line(paper, "计分说明", before=10)
        add_table(paper, DETAIL_HEADS, DETAIL_CELLS, DETAIL_WIDTHS, rows="details", left=(HOW,))
    add_line(paper, "考核组组长签字：________________    日期：________年____月____日", before=14)
    add_line(paper, f"栏目依照方案；{OWN_LAYOUT}", size=9)
    return saved(paper)


def _table(paper: Paper, columns: tuple[str, ...]) -> None:
    fixed = [width for _head, _name, width in (*FIRST, *LAST)]
    each = (WIDTH - sum(fixed)) / len(columns)
    items = [(label, f"marks[{place}]", each) for place, label in enumerate(columns)]
    parts = (*FIRST, *items, *LAST)
    heads = [head for head, _name, _width in parts]
    cells = [f"{{{{ row.{name} }}}}" if name else "" for _head, name, _width in parts]
    add_table(paper, heads, cells, [width for _head, _name, width in parts], rows="rows", left=(CLASSES,))


def appraisal_docx(heading: Heading, paper: AppraisalPaper) -> bytes:
    """Return the filled form; with details when the paper has them."""
    heading = replace(heading, term=paper.run.term.name)
    context = {
        **heading.context(),
        "title": paper.title,
        "columns": paper.columns,
        "rows": list(paper.rows),
        "notes": paper.notes,
        "details": paper.details,
    }
    details = bool(paper.details)
    form = "appraisal_sheet" if details else "appraisal_sheets"
    return fill(form, heading.code, lambda: template_for(paper.columns, details=details), context)
