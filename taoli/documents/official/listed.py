"""The official forms as pages show them."""

from dataclasses import dataclass

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.documents.official.layout import Holds, OfficialForm, Unit
from taoli.documents.official.registry import forms
from taoli.documents.phrases import HOLDS, UNITS
from taoli.schemes.queries import published, rules


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form in a list: its printed title, the scheme's own name and number for it, whose layout it is."""

    form: OfficialForm
    named: str
    holds: str
    asked: bool


@dataclass(frozen=True, slots=True)
class FormGroup:
    """The forms of which one sheet is about the same thing."""

    words: str
    rows: tuple[FormRow, ...]


def form_groups(actor: Actor) -> list[FormGroup]:
    """Return the forms the actor may print, by unit, those the scheme in force names first."""
    named = scheme_names(actor)
    found = [_row(form, named) for form in forms().values() if actor.holds(*form.roles)]
    groups = [FormGroup(str(UNITS[unit.value]), tuple(_of(found, unit))) for unit in Unit]
    return [group for group in groups if group.rows]


def form_row(actor: Actor, form: OfficialForm) -> FormRow:
    """Return one form with what the scheme calls it."""
    return _row(form, scheme_names(actor))


def scheme_names(actor: Actor) -> dict[str, str]:
    """Return form key → the name with number that the scheme in force has for it."""
    version = published(actor.school_id, clock.today())
    own = rules(version).forms if version else ()
    return {one.key: f"{one.label}（附表{one.number}）" if one.number else one.label for one in own}


def _of(found: list[FormRow], unit: Unit) -> list[FormRow]:
    return sorted((row for row in found if row.form.unit is unit), key=lambda row: (not row.asked, row.form.title))


def _row(form: OfficialForm, named: dict[str, str]) -> FormRow:
    asked = next((named[key] for key in (form.key, *form.keys_of_scheme) if key in named), "")
    holds = "" if form.holds is Holds.INTERNAL else str(HOLDS[form.holds.value])
    return FormRow(form, asked, holds, bool(asked))
