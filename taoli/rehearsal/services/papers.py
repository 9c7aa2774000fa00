"""The forms of a scheme, really made from a rehearsed term: bytes of Word and Excel, people as ids."""

from collections import defaultdict
from dataclasses import replace

from taoli.common import clock
from taoli.documents.official.any_form.excel import FormSheet, forms_xlsx
from taoli.documents.official.appraisal_sheet.columns import BRACES
from taoli.documents.official.appraisal_sheets.form import FORM, parts
from taoli.documents.official.layout import OfficialForm, Sheet
from taoli.documents.official.register.excel import register_xlsx
from taoli.documents.official.register.word import register_docx
from taoli.documents.official.rendering import word
from taoli.documents.queries.heading import Heading
from taoli.documents.queries.register import RegisterLine
from taoli.engine.facts import Pairing
from taoli.engine.rehearsal import Filled, Stage, filled

TITLE = "预演"
REGISTER, APPRAISAL = "register", "appraisal"


def make_papers(stage: Stage) -> dict[str, bytes]:
    """Return file name → bytes: a workbook of all forms; the register and the appraisal where the scheme has them."""
    frame = Heading(TITLE, "", stage.term.name, TITLE, f"{clock.today():%Y-%m-%d}")
    forms = [form for form in stage.scheme.forms if not form.kept_by_office]
    found: dict[str, bytes] = {}
    if forms:
        sheets = [_sheet(filled(stage, form)) for form in forms]
        found["forms.xlsx"] = forms_xlsx(f"{TITLE} · ", sheets)
    keys = {form.key for form in forms}
    if REGISTER in keys:
        lines = register_lines(stage)
        found["register.docx"], found["register.xlsx"] = register_docx(frame, lines), register_xlsx(frame, lines)
    if APPRAISAL in keys and any(sheet.items for sheet in stage.sheets):
        found["appraisal.docx"] = word(appraisal_form(stage), frame.context(), [appraisal_paper(stage)])
    return found


def forms_made(stage: Stage) -> frozenset[str]:
    """Make the forms and return which were made, as the engine's report asks for them."""
    make_papers(stage)
    return frozenset(f"form:{form.key}" for form in stage.scheme.forms if not form.kept_by_office)


def _sheet(paper: Filled) -> FormSheet:
    return FormSheet(paper.label, paper.heads, paper.rows)


def register_lines(stage: Stage) -> list[RegisterLine]:
    """Return the register's lines of the rehearsed pairings, by mentor, class and unit."""
    subjects = {one.id: one.subject for one in stage.roster.teachers}
    lines: dict[tuple[str, str, str], list[Pairing]] = defaultdict(list)
    for one in stage.paired.pairings:
        lines[one.mentor_id, one.class_id, one.unit_id or ""].append(one)
    return [
        RegisterLine(
            no=no,
            mentor_id=mentor,
            mentor=mentor,
            subject=subjects.get(mentor, ""),
            grade=mine[0].grade_id,
            room=room,
            group=unit,
            students="、".join(one.student_id for one in mine),
            count=len(mine),
        )
        for no, ((mentor, room, unit), mine) in enumerate(sorted(lines.items()), 1)
    ]


def appraisal_form(stage: Stage) -> OfficialForm:
    """Return the appraisal form with the items of the rehearsed scheme."""
    label = next(form.label for form in stage.scheme.forms if form.key == APPRAISAL)
    heads = tuple(item.label.translate(BRACES) for item in stage.sheets[0].items)
    return replace(FORM, title=label, parts=parts(heads))


def appraisal_paper(stage: Stage) -> Sheet:
    """Return the appraisal form of every mentor of the rehearsed term."""
    mentees = {one.mentor_id: len(one.student_ids) for one in stage.scoring.mentors}
    rows = [
        {
            "no": no,
            "mentor": sheet.mentor_id,
            "mentees": mentees[sheet.mentor_id],
            "total": "" if sheet.total is None else f"{sheet.total:g}",
            **{
                f"item{place}": "" if item.points is None else f"{item.points:g}"
                for place, item in enumerate(sheet.items)
            },
        }
        for no, sheet in enumerate(stage.sheets, 1)
    ]
    return Sheet(None, TITLE, {"rows": rows, "notes": [TITLE]})
