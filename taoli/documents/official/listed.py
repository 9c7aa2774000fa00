"""The official forms as pages show them."""

from dataclasses import dataclass

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.documents.official.layout import Holds, OfficialForm, Unit
from taoli.documents.official.registry import forms
from taoli.documents.phrases import HOLDS, UNITS
from taoli.engine.scheme.papers import Form
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
    """Return the key of each official form that the scheme in force names → its name there, with its number."""
    version = published(actor.school_id, clock.today())
    found: dict[str, str] = {}
    for one in rules(version).forms if version else ():
        name = f"{one.label}（附表{one.number}）" if one.number else one.label
        found |= {key: name for key in meant(one) if key not in found}
    return found


def meant(one: Form) -> list[str]:
    """Return the keys of the official forms that a scheme's form means: those of its clause and its key; else those of
    its clause, else those of its key, for two schemes may call different papers alike.
    """
    rule = one.clause.rule
    named = {key for key, form in forms().items() if one.key in {key, *form.keys_of_scheme}}
    ruled = {key for key, form in forms().items() if rule in form.rules}
    chosen = named & ruled or ruled or named
    return [key for key in forms() if key in chosen]


def _of(found: list[FormRow], unit: Unit) -> list[FormRow]:
    return sorted((row for row in found if row.form.unit is unit), key=lambda row: (not row.asked, row.form.title))


def _row(form: OfficialForm, named: dict[str, str]) -> FormRow:
    asked = named.get(form.key, "")
    holds = "" if form.holds is Holds.INTERNAL else str(HOLDS[form.holds.value])
    return FormRow(form, asked, holds, bool(asked))
