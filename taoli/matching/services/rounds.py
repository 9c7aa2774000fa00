"""Opening a round and walking its steps."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor as Who
from taoli.engine.scheme.vocabulary import Unit
from taoli.matching.models import ChoiceRound, MentorOffer
from taoli.matching.queries.rounds import round_students, steps, unit_choices
from taoli.roster.models import SchoolClass, Term
from taoli.roster.queries.calendar import current_term
from taoli.roster.queries.people import mentors, teaches
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import published, rules


def open_round(
    *,
    by: Actor,
    name: str,
    term_id: uuid.UUID | None = None,
    unit: str = "",
    grade_ids: Sequence[uuid.UUID] = (),
    closes: dt.date | None = None,
) -> ChoiceRound:
    """Open a round of a term (the current one) under the published scheme, with every mentor on offer.

    `unit`: one of the scheme's; `grade_ids`: whom to place, empty for all; `closes`: last day for students to choose.
    TaoliError: no term, no published scheme, a day outside the term, a name used twice.
    """
    term, scheme = _ground(by.school_id, term_id)
    law = rules(scheme)
    if closes is not None and not term.starts <= closes <= term.ends:
        raise TaoliError(_("%(day)s lies outside the term.") % {"day": closes.isoformat()})
    with change(by=by, action="round.open", name=name) as note:
        choice = ChoiceRound(
            school_id=by.school_id,
            term=term,
            scheme=scheme,
            name=name.strip(),
            unit=unit or unit_choices(law)[0],
            grades=[str(one) for one in grade_ids],
            steps=_steps(law, closes),
            created_at=clock.now(),
        )
        try:
            with transaction.atomic():
                choice.save()
        except IntegrityError:
            raise TaoliError(_("This term already has a round named %(name)s.") % {"name": choice.name}) from None
        MentorOffer.objects.bulk_create(_first_offers(choice, law))
        note.object_id = choice.pk
    return choice


def set_step(*, by: Actor, round_id: uuid.UUID, kind: str, done: bool) -> ChoiceRound:
    """Close the present step, or open the last closed one again; TaoliError for any other step or a published round."""
    with change(by=by, action="round.set_step", object_id=round_id, step=kind, done=done):
        choice = ChoiceRound.objects.of(by.school_id).select_for_update().get(pk=round_id)
        if choice.state == ChoiceRound.State.PUBLISHED and kind not in AFTER_PUBLISHING:
            raise TaoliError(_("This round has been published."))
        rows = steps(choice)
        at = next((place for place, row in enumerate(rows) if row.kind == kind), None)
        closed = sum(row.state == "done" for row in rows)
        if at is None or at != (closed if done else closed - 1):
            raise TaoliError(_("Another step comes first."))
        choice.steps[at]["done"] = done
        choice.save(update_fields=["steps"])
    return choice


AFTER_PUBLISHING = {"headcount_sheet", "agreement", "appointment_letter", "first_meeting"}


def close_steps(choice: ChoiceRound, upto: str) -> None:
    """Close every step up to and with this one, because its work has been done; in the caller's transaction."""
    kinds = [step["kind"] for step in choice.steps]
    if upto in kinds:
        for step in choice.steps[: kinds.index(upto) + 1]:
            step["done"] = True


def _ground(school_id: int, term_id: uuid.UUID | None) -> tuple[Term, SchemeVersion]:
    term = Term.objects.of(school_id).filter(pk=term_id).first() if term_id else current_term(school_id)
    if term is None:
        raise TaoliError(_("There is no term yet. Please add the term first."))
    scheme = published(school_id)
    if scheme is None:
        raise TaoliError(_("No scheme has been published yet. Please adopt one first."))
    return term, scheme


def _steps(scheme: Scheme, closes: dt.date | None) -> list[dict[str, object]]:
    day = closes.isoformat() if closes else None
    return [
        {
            "kind": step.kind,
            "by": [who.value for who in step.by],
            "closes": day if step.kind == "student_choice" else None,
            "done": False,
        }
        for step in scheme.steps
    ]


def _first_offers(choice: ChoiceRound, scheme: Scheme) -> list[MentorOffer]:
    """Everybody on offer with the scheme's bounds; homeroom teachers with those of lead mentors."""
    leads = set(SchoolClass.objects.of(choice.school_id).values_list("homeroom_teacher_id", flat=True))
    staff = mentors(choice.school_id)
    taught = teaches(choice.school_id, clock.today())
    sizes = Counter(round_students(choice).values_list("school_class_id", flat=True))
    even = -(-sizes.total() // max(len(staff), 1))
    found = []
    for one in staff:
        role = Who.LEAD_MENTOR if one.pk in leads else Who.MENTOR
        classes = min(len(taught.get(one.pk, ())), scheme.max_classes_per_mentor)
        least, aim, most = _bounds(scheme, role, classes=classes, largest=max(sizes.values(), default=0))
        found.append(
            MentorOffer(
                school_id=choice.school_id,
                round=choice,
                staff=one,
                minimum=least or 0,
                target=aim,
                maximum=even if most is None else most,
            )
        )
    return found


def _bounds(scheme: Scheme, role: Who, *, classes: int, largest: int) -> tuple[int | None, int | None, int | None]:
    """Least, aim and most in students; so many for each class taught, or room for whole classes, where it says so."""
    capacity = scheme.capacity.get(role) or scheme.capacity.get(Who.MENTOR)
    if capacity is None:
        return None, None, None
    if capacity.unit == Unit.CLASS:
        return None, None, (capacity.max or capacity.target or 1) * largest
    bound = capacity.bounds(Unit.STUDENT)
    if bound is None:
        return None, None, None
    times = classes if capacity.per == "class_taught" else 1
    return _times(bound.min, times), _times(bound.target, times), _times(bound.max, times)


def _times(bound: int | None, times: int) -> int | None:
    return None if bound is None else bound * times
