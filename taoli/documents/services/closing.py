"""The papers of a round's last steps: agreements, letters of appointment, class registers, slips."""

import uuid
from dataclasses import replace

from django.utils import translation
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.documents.official.agreement import form as agreement
from taoli.documents.official.agreement.sheets import sheet_of as agreement_sheet
from taoli.documents.official.appointment_letter import form as appointment_letter
from taoli.documents.official.appointment_letter.sheets import sheet_of as letter_sheet
from taoli.documents.official.class_register import form as class_register
from taoli.documents.official.class_register.sheets import sheet_of as class_sheet
from taoli.documents.official.notice_slips.word import slips_docx
from taoli.documents.official.rendering import word
from taoli.documents.queries.closing import agreement_papers, class_pairings, letter_papers, slip_sheets
from taoli.documents.queries.heading import heading, scheme_heading
from taoli.documents.services.printing import DOCX, REGISTER, File, trace
from taoli.notifications.services.own import mark_printed
from taoli.roster.queries.calendar import current_term


def agreement_file(*, by: Actor, pk: uuid.UUID, class_id: str = "") -> File:
    """Return the agreements of a round within reach, of one class if named; TaoliError when there is none."""
    with translation.override("zh-hans"):
        choice, words, pairs = agreement_papers(by, pk, class_id)
        papers = [agreement_sheet(one, words.text, words.sides) for one in pairs]
    if not papers:
        raise TaoliError(_("There is nothing to print yet."))
    data = word(agreement.FORM, heading(by, choice.term).context(), papers)
    trace(by, "agreement.docx", len(papers), pk)
    return File(f"师生协议 {choice.name}.docx", DOCX, data)


def letter_file(*, by: Actor, pk: uuid.UUID, mentor_id: str = "") -> File:
    """Return the letters of a round, one mentor's if named; TaoliError when there is none."""
    choice, found = letter_papers(by, pk, mentor_id)
    papers = [letter_sheet(one.mentor, one.pairings) for one in found]
    if not papers:
        raise TaoliError(_("There is nothing to print yet."))
    data = word(appointment_letter.FORM, heading(by, choice.term).context(), papers)
    trace(by, "appointment_letter.docx", len(papers), pk)
    return File(f"聘书 {choice.name}.docx", DOCX, data)


def class_register_file(*, by: Actor) -> File:
    """Return today's register, a page a class, within reach; TaoliError when nobody stands on it."""
    term = current_term(by.school_id)
    sheets = [class_sheet(room, own) for room, own in class_pairings(by).items()] if term else []
    if term is None or not sheets:
        raise TaoliError(_("Nobody is paired yet, so the register is empty."))
    data = word(replace(class_register.FORM, title=REGISTER), heading(by, term).context(), sheets)
    trace(by, "class_register.docx", sum(len(sheet.data["lines"]) for sheet in sheets))
    return File(f"分班导师与学生对接表 {term.name}.docx", DOCX, data)


def slips_file(*, by: Actor) -> File:
    """Return the slips that wait and note them as printed; TaoliError when none waits."""
    sheets = slip_sheets(by)
    if not sheets:
        raise TaoliError(_("No slip waits to be printed."))
    data = slips_docx(scheme_heading(by), sheets)
    mark_printed(by=by)
    trace(by, "notice_slips.docx", sum(len(sheet.slips) for sheet in sheets))
    return File("通知纸条.docx", DOCX, data)
