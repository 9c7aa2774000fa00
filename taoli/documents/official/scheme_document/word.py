"""The scheme as Word: title, sources, chapters, each sentence with its clause, the school's own marked."""

from dataclasses import asdict

from docx.document import Document as Paper
from docx.shared import Pt

from taoli.documents.official.filling import fill
from taoli.documents.official.paper import HEI, add_line, add_title, new_paper, saved, write
from taoli.documents.queries.heading import Heading
from taoli.documents.queries.scheme import SchemePaper

KAI = "楷体"
SMALL = 9


def default_template() -> bytes:
    """Return the template with our own layout."""
    paper = new_paper(landscape=False)
    add_title(paper, "{{ title }}", "{{ school }}    第 {{ version }} 版    {{ force }}")
    add_line(paper, "{%p if sources %}")
    add_line(paper, "依据：{{ sources }}", size=SMALL)
    add_line(paper, "{%p endif %}")
    add_line(paper, "{%p for chapter in chapters %}")
    _chapter(paper)
    add_line(paper, "{%p for line in chapter.lines %}")
    _sentence(paper)
    add_line(paper, "{%p endfor %}")
    add_line(paper, "{%p endfor %}")
    add_line(
        paper,
        "〔 〕内是原文出处；标“校本补充”的 {{ own }} 条由学校自己规定。本文由方案数据生成，与系统执行的规则一致。",
        size=SMALL,
        before=16,
    )
    add_line(paper, "校验码 {{ checksum }}", size=SMALL)
    add_line(paper, "学校（盖章）：______________    日期：________年____月____日", before=24)
    return saved(paper)


def _chapter(paper: Paper) -> None:
    line = paper.add_paragraph()
    line.paragraph_format.space_before = Pt(14)
    line.paragraph_format.space_after = Pt(4)
    line.paragraph_format.keep_with_next = True
    write(line, "{{ chapter.title }}", size=14, font=HEI)


def _sentence(paper: Paper) -> None:
    line = paper.add_paragraph()
    line.paragraph_format.line_spacing = 1.4
    line.paragraph_format.left_indent = Pt(24)
    line.paragraph_format.first_line_indent = Pt(-24)
    line.paragraph_format.space_after = Pt(3)
    write(line, "{{ line.no }}．{{ line.text }}", size=12)
    write(line, "{% if line.ref %}〔{{ line.ref }}〕{% endif %}", size=SMALL, font=KAI)
    write(line, "{% if line.mark %}〔校本补充〕{% endif %}", size=SMALL, font=HEI)


def scheme_docx(heading: Heading, paper: SchemePaper) -> bytes:
    """Return the filled document."""
    force = f"自 {paper.in_force} 起执行" if paper.in_force else paper.state
    return fill(
        "scheme_document", heading.code, default_template, {**heading.context(), **asdict(paper), "force": force}
    )
