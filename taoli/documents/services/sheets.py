"""One sheet, or some, of an official form as a file, with an audit row of who took what."""

import uuid
from collections.abc import Collection

from django.utils import translation
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.documents.official.layout import Holds, OfficialForm, Sheet
from taoli.documents.official.registry import form_for, sheets_of
from taoli.documents.official.rendering import pdf, word
from taoli.documents.queries.heading import heading
from taoli.documents.services.printing import DOCX, File, trace
from taoli.roster.models import Term

PDF = "application/pdf"


def sheets_read(by: Actor, form: OfficialForm, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return the sheets within reach, in Chinese as the papers are; that sensitive ones are read is logged first."""
    with translation.override("zh-hans"):
        found = sheets_of(form)(by, term, ids)
    if form.holds is not Holds.INTERNAL:
        log_view(by, f"form.{form.key}", [one.about for one in found if one.about], page="documents:form_show")
    return found


def sheet_files(*, by: Actor, form: OfficialForm, term: Term, ids: Collection[uuid.UUID], ending: str) -> File:
    """Return sheets as one Word (`docx`) or PDF file; TaoliError when there is none within reach."""
    found = sheets_read(by, form, term, ids)
    if not found:
        raise TaoliError(_("There is nothing to print yet."))
    form, frame = form_in(by, form, term), heading(by, term).context()
    make, kind = (word, DOCX) if ending == "docx" else (lambda *all: pdf(*all, mark=mark_of(form, frame)), PDF)
    data = make(form, frame, found)
    trace(by, f"{form.key}.{ending}", len(found))
    name = found[0].name if len(found) == 1 else term.name
    return File(f"{form.title} {name}.{ending}", kind, data)


def form_in(by: Actor, form: OfficialForm, term: Term) -> OfficialForm:
    """Return a form as it prints in a term: some have the columns of the term's scheme."""
    with translation.override("zh-hans"):
        return form_for(form, by, term)


def mark_of(form: OfficialForm, frame: dict[str, str]) -> str:
    """Return what stands pale behind the text of a PDF: whose paper it is and who printed it; nothing behind a paper
    that hangs on a wall or is handed over.
    """
    return "" if form.ceremonial else f"{frame['school']} {frame['who']}"
