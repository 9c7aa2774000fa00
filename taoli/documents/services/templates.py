"""Putting a school's own Word template in the place of a form's: looked at, tried, kept as a version."""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Max
from django.http import Http404
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.documents.models import FormTemplate
from taoli.documents.official.filled import context
from taoli.documents.official.known import described, known
from taoli.documents.official.layout import OfficialForm, Sheet
from taoli.documents.official.registry import forms
from taoli.documents.official.rendering import default_template, word
from taoli.documents.official.trial import tried
from taoli.documents.phrases import fault_words, place_words
from taoli.documents.queries.heading import scheme_heading
from taoli.documents.queries.templates import get_version
from taoli.documents.readers.checking import check
from taoli.documents.readers.fault import Fault
from taoli.documents.services.printing import DOCX, File
from taoli.documents.services.sheets import form_in
from taoli.roster.queries.calendar import current_term

State = FormTemplate.State
MOST_FAULTS = 50


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is wrong with a template: where it stands, what the line says, what to do."""

    place: str
    line: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of looking at a template: what must be changed, and what it leaves out of the form."""

    remarks: list[Remark] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def any_form(by: Actor, key: str) -> OfficialForm:
    """Return a form by its key as it prints in the current term, whoever prints it; 404 when there is none."""
    form, term = forms().get(key), current_term(by.school_id)
    if form is None:
        raise Http404
    return form_in(by, form, term) if term else form


def check_template(*, by: Actor, form: OfficialForm, data: bytes) -> Checked:
    """Return what is wrong with a template; nothing is kept.

    Only if nothing is found it is filled with the form's sample, in a process of its own with little memory and time.
    """
    found = check(data, known(form))
    faults = found.faults or _tried(by, form, data)
    words = described(form)
    missing = [label or path for path, label in words.items() if path not in found.used]
    remarks = list(dict.fromkeys(_remark(one) for one in faults))[:MOST_FAULTS]
    return Checked(remarks, [] if remarks else list(dict.fromkeys(missing)))


def _tried(by: Actor, form: OfficialForm, data: bytes) -> list[Fault]:
    code = tried(data, context(form, frame_of(by), sample_sheets(form)))
    return [Fault(code)] if code else []


def _remark(fault: Fault) -> Remark:
    where = fault.where
    sentence = fault_words(fault.code, fault.values)
    if where is None:
        return Remark("", "", sentence)
    return Remark(place_words(where.part, where.paragraph, where.table, where.row), where.text, sentence)


def keep_template(*, by: Actor, form: OfficialForm, name: str, data: bytes, note: str = "") -> FormTemplate:
    """Keep a template that was checked as the version in use; the one before stays and can be used again."""
    with change(by=by, action="template.keep", form=form.key, size=len(data)) as noted:
        rows = FormTemplate.objects.of(by.school_id).filter(form=form.key)
        last = rows.aggregate(last=Max("version"))["last"] or 0
        rows.filter(state=State.IN_USE).update(state=State.REPLACED)
        row = FormTemplate.objects.create(
            school_id=by.school_id,
            form=form.key,
            version=last + 1,
            name=name[-120:],
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            data=data,
            note=note,
            by=by.person_id,
            by_name=by.name[:80],
            at=clock.now(),
        )
        noted.object_id = row.pk
        noted.data["version"] = row.version
    return row


def use_version(*, by: Actor, pk: uuid.UUID) -> FormTemplate:
    """Use an older version again; TaoliError when the form has changed and the version no longer fits it."""
    row = get_version(by, pk)
    if row.state == State.IN_USE:
        return row
    checked = check_template(by=by, form=any_form(by, row.form), data=bytes(row.data))
    if checked.remarks:
        raise TaoliError(
            _("Version %(no)s no longer fits this form: %(why)s")
            % {"no": row.version, "why": checked.remarks[0].sentence}
        )
    with change(by=by, action="template.use", object_id=pk, form=row.form, version=row.version):
        rows = FormTemplate.objects.of(by.school_id).filter(form=row.form)
        rows.filter(state=State.IN_USE).update(state=State.REPLACED)
        rows.filter(pk=pk).update(state=State.IN_USE)
    return row


def use_default(*, by: Actor, form: OfficialForm) -> None:
    """Print with the form's own template again; the school's versions stay."""
    with change(by=by, action="template.default", form=form.key):
        rows = FormTemplate.objects.of(by.school_id).filter(form=form.key, state=State.IN_USE)
        rows.update(state=State.WITHDRAWN)


def default_file(*, form: OfficialForm) -> File:
    """Return the form's own template, to be changed in WPS or Word."""
    return File(f"{form.title} {_('template')}.docx", DOCX, default_template(form))


def version_file(*, by: Actor, pk: uuid.UUID) -> File:
    """Return a version as it was uploaded; 404 beyond reach."""
    row = get_version(by, pk)
    return File(row.name, DOCX, bytes(row.data))


def preview_file(*, by: Actor, form: OfficialForm) -> File:
    """Return the form with its invented sample, from the template in use; TaoliError where that cannot be filled."""
    return File(f"{form.title} {_('sample')}.docx", DOCX, word(form, frame_of(by), sample_sheets(form)[:1]))


def frame_of(by: Actor) -> Mapping[str, str]:
    """Return the frame a sample is printed in."""
    term = current_term(by.school_id)
    frame = scheme_heading(by).context()
    return {**frame, "term": term.name if term else ""}


def sample_sheets(form: OfficialForm) -> list[Sheet]:
    """Return the sample twice, so that what begins a new page is tried, too."""
    return [Sheet(None, form.title, form.sample)] * 2
