"""A school's own Word templates: which is in use, and what became of the others."""

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404

from taoli.common.models import School
from taoli.common.policy import Actor, reached
from taoli.documents.models import FormTemplate
from taoli.documents.permissions import TEMPLATE

IN_USE = FormTemplate.State.IN_USE


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A school's own template as it is filled."""

    name: str
    data: bytes


def own_template(form: str, code: str) -> OwnTemplate | None:
    """Return the school's own template of a form: the one uploaded, else the one its server's keeper has put into
    data/forms/<school code>/<form>.docx.
    """
    school = School.objects.filter(code=code).first()
    row = FormTemplate.objects.of(school).filter(form=form, state=IN_USE).first() if school else None
    if row is not None:
        return OwnTemplate(row.name, bytes(row.data))
    return kept_file(form, code)


def kept_file(form: str, code: str) -> OwnTemplate | None:
    """Return the template that lies in the data folder."""
    file = settings.DATA / "forms" / code / f"{form}.docx"
    return OwnTemplate(file.name, file.read_bytes()) if file.is_file() else None


def own_version(actor: Actor, form: str) -> int | None:
    """Return the version of the school's own template that Word follows; 0: one that its server's keeper has put in
    place; None: the form's own layout. For whoever prints, so it says nothing else of the template.
    """
    rows = FormTemplate.objects.of(actor.school_id).filter(form=form, state=IN_USE)
    found: int | None = rows.values_list("version", flat=True).first()
    if found is None and kept_file(form, School.objects.get(pk=actor.school_id).code):
        return 0
    return found


def versions(actor: Actor, form: str) -> QuerySet[FormTemplate]:
    """Return all versions of a form's template without their bytes, the newest first."""
    return reached(FormTemplate, TEMPLATE, actor, "edit").filter(form=form).defer("data").order_by("-version")


def in_use(actor: Actor) -> dict[str, FormTemplate]:
    """Return the versions in use by form, without their bytes."""
    rows = reached(FormTemplate, TEMPLATE, actor, "edit").filter(state=IN_USE).defer("data")
    return {row.form: row for row in rows}


def get_version(actor: Actor, pk: uuid.UUID) -> FormTemplate:
    """Return one version within reach; 404 otherwise."""
    row: FormTemplate | None = reached(FormTemplate, TEMPLATE, actor, "edit").filter(pk=pk).first()
    if row is None:
        raise Http404
    return row
