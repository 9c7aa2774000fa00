"""How much would stand on each form, for the page that lists them."""

import uuid
from dataclasses import dataclass

from django.utils.functional import Promise

from taoli.common.policy import Actor
from taoli.documents.permissions import FORM
from taoli.documents.phrases import REACHES
from taoli.evaluation.queries.sheets import current_run, own_sheet, sheets
from taoli.matching.permissions import PAIRING
from taoli.matching.queries.pairings import pairings
from taoli.roster.models import Term


@dataclass(frozen=True, slots=True)
class Totals:
    """How many students are on the register, how many mentors on the appraisal form, and where that stands."""

    students: int = 0
    sheets: int = 0
    published: bool = False


def totals(actor: Actor, term: Term | None) -> Totals:
    """Return the numbers within the actor's reach."""
    run = current_run(actor.school_id, term)
    students = pairings(actor).count() if FORM.may(actor, "register") else 0
    found = sheets(actor, run).count() if run and FORM.may(actor, "appraisal") else 0
    return Totals(students, found, bool(run and run.checksum))


def own_sheet_id(actor: Actor, term: Term | None) -> uuid.UUID | None:
    """Return the actor's own appraisal sheet of the term, or None."""
    sheet = own_sheet(actor, current_run(actor.school_id, term))
    return sheet.pk if sheet else None


def reach_of(actor: Actor) -> str | Promise:
    """Return in words how far the actor's register goes: the widest reach held."""
    held = {PAIRING.actions["list"].get(one.role) for one in actor.roles}
    return next((words for reach, words in REACHES.items() if reach in held), "")
