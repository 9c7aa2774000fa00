"""The month on one page: five sentences, three charts, what waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from taoli.common.policy import Actor
from taoli.oversight.phrases.telling import percent, told
from taoli.oversight.queries.blocks import CELLS, VISITS, Block, blocks
from taoli.oversight.queries.comparing import compared
from taoli.oversight.queries.scopes import Scope
from taoli.oversight.queries.tellings import Line, Told, told_of
from taoli.oversight.queries.trends import Trend, trend


@dataclass(frozen=True, slots=True)
class Waits:
    """A school where students have no mentor yet, and what is told of how many."""

    school: Mapping[str, Any]
    line: Line


@dataclass(frozen=True, slots=True)
class Month:
    """What a director reads."""

    scope: Scope
    sentences: list[str]
    charts: list[Block]
    trend: Trend | None
    waits: list[Waits]


def month_of(actor: Actor, scope: Scope) -> Month:
    """Return the page of a place at the end of a week."""
    found = told_of(actor, scope)
    charts = [one for one in blocks(found) if one.key in {"held", "visits"}]
    rows = compared(actor, scope, "without_mentor").rows
    waits = [Waits(one.school, one.line) for one in rows if one.line and one.line.figure and one.line.figure.low]
    return Month(scope, _sentences(found), charts, trend(actor, scope, "without_mentor"), waits)


def _sentences(found: Told) -> list[str]:
    made = (_coverage(found), _held(found), _visits(found), _meetings(found), _waiting(found))
    return [one for one in made if one]


def _coverage(found: Told) -> str:
    without, students = found.figure("without_mentor"), found.figure("students")
    if without is None or students is None:
        return ""
    if not without.high:
        return _("Every student has a mentor; students: %(students)s.") % {"students": told(students)}
    return _("Students without a mentor: %(n)s; students: %(students)s.") % {
        "n": told(without),
        "students": told(students),
    }


def _held(found: Told) -> str:
    known = [one for one in map(found.held, CELLS) if one]
    said = _("; ").join(f"{one.label} {one.percent}" for one in known)
    return _("This term, of what was due: %(kinds)s.") % {"kinds": said} if said else ""


def _visits(found: Told) -> str:
    home, *others = (found.line(key) for key in VISITS)
    if home is None:
        return ""
    said = _("; ").join(f"{one.label} {one.words}" for one in others if one)
    return _(
        "Visited at home this school year: families of %(part)s of the students. Beside it, never added: %(others)s."
    ) % {
        "part": percent(home.part) or home.words,
        "others": said,
    }


def _meetings(found: Told) -> str:
    conferences, consultations = found.done("class_conferences"), found.done("consultations")
    trained = found.line("mentors_trained")
    if conferences is None or trained is None:
        return ""
    return _(
        "Held this term: %(n)d class conferences, %(c)d consultations; %(part)s of the mentors took part in training."
    ) % {
        "n": conferences,
        "c": consultations or 0,
        "part": trained.percent or trained.words,
    }


def _waiting(found: Told) -> str:
    lacking, cases = found.figure("receipts_lacking"), found.figure("cases_open")
    if lacking is not None and lacking.low:
        return _("Packages for the next school without a receipt: %(n)s.") % {"n": told(lacking)}
    return _("Students with an open case of key attention: %(n)s.") % {"n": told(cases)} if cases else ""
