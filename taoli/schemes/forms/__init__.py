"""Forms of the scheme pages."""

from typing import Any

from taoli.engine.scheme import Scheme
from taoli.schemes.forms.deciding import AdoptForm, ImportForm, PublishForm, RemarkForm
from taoli.schemes.forms.load import LoadForm
from taoli.schemes.forms.opening import OpenForm
from taoli.schemes.forms.steps import StepsForm
from taoli.schemes.forms.values import LabelsForm, ValuesForm
from taoli.schemes.queries.sections import Section


def section_form(
    data: Any, *, scheme: Scheme, section: Section, edit: int, name: str = "", kind: str = ""
) -> LabelsForm | StepsForm | ValuesForm | None:
    """Return the form of a section, or of one entry of it; None for a list, which has entries only."""
    if name or section.kind == "values" or section.top:
        return ValuesForm(data, scheme=scheme, section=section, edit=edit, name=name, kind=kind)
    if section.kind == "words":
        return LabelsForm(data, scheme=scheme, edit=edit)
    return StepsForm(data, scheme=scheme, edit=edit) if section.name == "steps" else None


__all__ = [
    "AdoptForm",
    "ImportForm",
    "LabelsForm",
    "LoadForm",
    "OpenForm",
    "PublishForm",
    "RemarkForm",
    "StepsForm",
    "ValuesForm",
    "section_form",
]
