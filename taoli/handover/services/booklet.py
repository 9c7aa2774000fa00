"""The archive as a PDF of one's own: text that can be copied and read aloud, its font inside (decision 0020)."""

import datetime as dt
import functools
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from taoli.archive.models import Goal
from taoli.archive.queries.whole import Stay, WholeArchive, WholeEntry, WholeReceived
from taoli.common.errors import TaoliError
from taoli.guidance.phrases import strength_words

FONT, FILE = "NotoSansSC", Path(__file__).resolve().parents[2] / "web" / "fonts" / "NotoSansSC-Regular.ttf"
GROUND, LINE = colors.HexColor("#f4f1ea"), colors.HexColor("#c9c2b4")
BODY = ParagraphStyle("body", fontName=FONT, fontSize=10, leading=17, wordWrap="CJK")
SMALL = ParagraphStyle("small", parent=BODY, fontSize=8.5, leading=13, textColor=colors.HexColor("#5b564c"))
HEAD = ParagraphStyle("head", parent=BODY, fontSize=13, leading=20, spaceBefore=12, spaceAfter=4)
TITLE = ParagraphStyle("title", parent=BODY, fontSize=22, leading=32, spaceAfter=6)
# Signs that no text holds and an XML parser refuses.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def booklet(whole: WholeArchive) -> bytes:
    """Return the PDF of an archive, sections without content left out. TaoliError: the font was not built."""
    _font()
    made = io.BytesIO()
    title = _("Growth archive of %(name)s") % {"name": whole.student.name}
    document = SimpleDocTemplate(
        made,
        pagesize=A4,
        leftMargin=20 * mm,
        rightMargin=20 * mm,
        topMargin=18 * mm,
        bottomMargin=18 * mm,
        title=title,
        author=whole.school,
        lang="zh-CN",
    )
    foot = functools.partial(_foot, line=f"{whole.school} · {title}")
    document.build(list(_flow(whole, title)), onFirstPage=foot, onLaterPages=foot)
    return made.getvalue()


@functools.cache
def _font() -> None:
    if not FILE.exists():
        raise TaoliError(_("The font of the booklet is missing on this server. Please run the installation again."))
    pdfmetrics.registerFont(TTFont(FONT, str(FILE)))


def _foot(canvas: Canvas, document: SimpleDocTemplate, *, line: str) -> None:
    canvas.setFont(FONT, 8)
    canvas.setFillColor(SMALL.textColor)
    canvas.drawString(20 * mm, 10 * mm, line)
    canvas.drawRightString(A4[0] - 20 * mm, 10 * mm, str(document.page))


def _text(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(escape(CONTROL.sub("", text)).replace("\n", "<br/>"), style)


def _flow(whole: WholeArchive, title: str) -> Iterator[Flowable]:
    yield _text(title, TITLE)
    yield _text(f"{whole.school} · {whole.student.class_name} · {whole.student.number}")
    yield _text(_("Written out on %(day)s. The same stands in archive.json.") % {"day": whole.made_on}, SMALL)
    if whole.student.strengths:
        yield from _section(_("Strengths"), ["、".join(strength_words(list(whole.student.strengths)))])
    yield from _section(_("Classes"), _stays(whole.classes))
    yield from _section(_("Mentors"), _stays(whole.mentors))
    yield from _entries(whole.entries)
    yield from _section(_("Goals and plans"), _goals(whole))
    yield from _section(
        _("Month by month"),
        (f"{one.month:%Y-%m} · {'、'.join(one.aspects)} {one.sentence}".strip() for one in whole.months),
    )
    yield from _marks(whole)
    yield from _section(
        _("Talks, calls, visits"), (f"{one.held_on} · {one.kind} · {one.by}：{one.sentence}" for one in whole.contacts)
    )
    yield from _section(_("What I wrote"), _papers(whole))
    yield from _section(_("Evaluations of the terms"), _evaluations(whole))
    for came in whole.received:
        yield from _section(_("From %(school)s") % {"school": came.school}, _received(came))


def _section(title: str, lines: Iterable[str]) -> Iterator[Flowable]:
    found = [line for line in lines if line.strip()]
    if found:
        yield _text(title, HEAD)
        yield from (_text(line) for line in found)


def _stays(stays: Sequence[Stay]) -> list[str]:
    return [f"{one.name}　{_span(one.starts, one.ends)}" for one in stays if one.ends is None or one.ends >= one.starts]


def _span(starts: dt.date, ends: dt.date | None) -> str:
    return f"{starts} – {ends or ''}".strip()


def _entries(entries: Sequence[WholeEntry]) -> Iterator[Flowable]:
    for words in dict.fromkeys(one.section_words for one in entries):
        lines = [_entry(one) for one in entries if one.section_words == words]
        yield from _section(words, lines)


def _entry(one: WholeEntry) -> str:
    files = "、".join(file.name for file in one.files)
    return f"{one.happened_on} · {one.text}（{one.by}）" + (f"\n{_('Files')}：{files}" if files else "")


def _goals(whole: WholeArchive) -> Iterator[str]:
    labels = dict(Goal.State.choices)
    for one in whole.goals:
        steps = "".join(f"\n　{'✓' if done else '·'} {text}" for text, done in one.steps)
        yield f"{one.set_on} · {one.text}（{labels.get(one.state, one.state)}）{one.outcome}{steps}"


def _papers(whole: WholeArchive) -> Iterator[str]:
    for one in whole.papers:
        yield f"{one.day} · {one.kind}" + "".join(f"\n{asked}：{answer}" for asked, answer in one.answers if answer)


def _evaluations(whole: WholeArchive) -> Iterator[str]:
    for one in whole.evaluations:
        yield one.term + "".join(f"\n{voice.who} {voice.by}：{voice.text}" for voice in one.voices if voice.text)


def _received(came: WholeReceived) -> Iterator[str]:
    yield "、".join(came.strengths)
    if came.farewell:
        yield f"{came.farewell}（{came.farewell_by}）"
    for one in came.lines:
        yield f"{one.on} · {one.section} · {one.kind} · {one.text}" + (f"（{one.by}）" if one.by else "")


def _marks(whole: WholeArchive) -> Iterator[Flowable]:
    if not whole.marks:
        return
    yield _text(_("Exams"), HEAD)
    head = [_("Exam"), _("Day"), _("Subject"), _("Mark")]
    rows = [
        [one.exam, str(one.held_on), one.subject, f"{one.mark} / {one.full}" if one.full else one.mark]
        for one in whole.marks
    ]
    table = Table(
        [[_text(cell, SMALL) for cell in row] for row in [head, *rows]],
        colWidths=[70 * mm, 30 * mm, 35 * mm, 35 * mm],
        repeatRows=1,
    )
    table.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, 0), GROUND), ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)]))
    yield table
    yield Spacer(1, 4)
