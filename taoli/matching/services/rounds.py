"""Opening a round and walking its steps."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor as Who
from taoli.engine.scheme.vocabulary import Unit
from taoli.matching.models import ChoiceRound, MentorOffer, RoundStep
from taoli.matching.queries.bounds import bounds_of
from taoli.matching.queries.rounds import students_in_grades, unit_choices
from taoli.matching.queries.steps import AFTER_PUBLISHING, step_rows
from taoli.roster.models import SchoolClass, Staff, Term
from taoli.roster.queries.calendar import current_term
from taoli.roster.queries.fitness import unfit
from taoli.roster.queries.people import mentors, teaches
from taoli.schemes.models import SchemeVersion
from taoli.schemes.phrases import STEPS
from taoli.schemes.queries import published, rules

Times = tuple[dt.datetime | None, dt.datetime | None]
LAST_MINUTE = dt.time(23, 59)


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
            created_at=clock.now(),
            officer=by.account_id,
        )
        try:
            with transaction.atomic():
                choice.save()
        except IntegrityError:
            raise TaoliError(_("This term already has a round named %(name)s.") % {"name": choice.name}) from None
        RoundStep.objects.bulk_create(_steps(choice, law, closes))
        MentorOffer.objects.bulk_create(first_offers(choice, law, mentors(choice.school_id)))
        note.object_id = choice.pk
    return choice


def set_step(*, by: Actor, round_id: uuid.UUID, kind: str, done: bool) -> ChoiceRound:
    """Close the present step, or open the last closed one again; TaoliError for any other step or a published round."""
    with change(by=by, action="round.set_step", object_id=round_id, step=kind, done=done):
        choice = ChoiceRound.objects.of(by.school_id).select_for_update().get(pk=round_id)
        if choice.state == ChoiceRound.State.PUBLISHED and kind not in AFTER_PUBLISHING:
            raise TaoliError(_("This round has been published."))
        rows = step_rows([choice])[choice.pk]
        row = next((row for row in rows if row.kind == kind and bool(row.done_at) != done), None)
        if row is None or not _turn(choice, rows, row, done=done):
            raise TaoliError(_("Another step comes first."))
        _mark(by, [row], done=done)
    return choice


def set_times(*, by: Actor, round_id: uuid.UUID, times: Mapping[int, Times]) -> int:
    """Write from when until when the steps (by place) are open; returns how many changed.

    TaoliError: closing before opening, a time outside the term, or a round that is published; nothing is written then.
    """
    with change(by=by, action="round.set_times", object_id=round_id) as note:
        choice = ChoiceRound.objects.of(by.school_id).select_for_update(of=("self",)).select_related("term")
        row = choice.get(pk=round_id)
        changed = [step for step in step_rows([row])[row.pk] if step.place in times and _set_times(step, row, times)]
        RoundStep.objects.of(by.school_id).bulk_update(changed, ["opens", "closes"])
        note.data = {"changed": len(changed)}
    return len(changed)


def close_steps(by: Actor, choice: ChoiceRound, upto: str) -> None:
    """Close every step up to and with this one, because its work has been done; in the caller's transaction."""
    rows = step_rows([choice])[choice.pk]
    last = next((place for place, row in enumerate(rows) if row.kind == upto), None)
    if last is not None:
        _mark(by, [row for row in rows[: last + 1] if row.done_at is None], done=True)


def _turn(choice: ChoiceRound, rows: Sequence[RoundStep], row: RoundStep, *, done: bool) -> bool:
    """Is this the first open step (to close it) or the last closed one (to open it again)?"""
    if choice.state == ChoiceRound.State.PUBLISHED:
        return True
    closed = sum(one.done_at is not None for one in rows)
    return rows.index(row) == (closed if done else closed - 1)


def _mark(by: Actor, rows: Sequence[RoundStep], *, done: bool) -> None:
    for row in rows:
        row.done_at, row.done_by = (clock.now(), by.account_id) if done else (None, None)
    RoundStep.objects.of(by.school_id).bulk_update(rows, ["done_at", "done_by"])


def _set_times(step: RoundStep, choice: ChoiceRound, times: Mapping[int, Times]) -> bool:
    opens, closes = times[step.place]
    if opens is not None and closes is not None and closes <= opens:
        raise TaoliError(_("%(step)s: it closes before it opens.") % {"step": STEPS[step.kind]})
    for moment in (opens, closes):
        day = timezone.localtime(moment).date() if moment else None
        if day is not None and not choice.term.starts <= day <= choice.term.ends:
            raise TaoliError(_("%(day)s lies outside the term.") % {"day": day.isoformat()})
    before = (step.opens, step.closes)
    step.opens, step.closes = opens, closes
    return before != (opens, closes)


def _ground(school_id: int, term_id: uuid.UUID | None) -> tuple[Term, SchemeVersion]:
    term = Term.objects.of(school_id).filter(pk=term_id).first() if term_id else current_term(school_id)
    if term is None:
        raise TaoliError(_("There is no term yet. Please add the term first."))
    scheme = published(school_id)
    if scheme is None:
        raise TaoliError(_("No scheme has been published yet. Please adopt one first."))
    return term, scheme


def _steps(choice: ChoiceRound, scheme: Scheme, closes: dt.date | None) -> list[RoundStep]:
    end = timezone.make_aware(dt.datetime.combine(closes, LAST_MINUTE)) if closes else None
    return [
        RoundStep(
            school_id=choice.school_id,
            round=choice,
            place=place,
            kind=step.kind,
            by=[who.value for who in step.by],
            closes=end if step.kind == "student_choice" else None,
        )
        for place, step in enumerate(scheme.steps)
    ]


def first_offers(choice: ChoiceRound, scheme: Scheme, staff: Sequence[Staff]) -> list[MentorOffer]:
    """Return these mentors on offer with the scheme's bounds, not yet written; homeroom teachers as lead mentors.

    Where the scheme names no number, single students are shared evenly; whole units are bounded by nothing.
    """
    leads = set(SchoolClass.objects.of(choice.school_id).values_list("homeroom_teacher_id", flat=True))
    away = unfit(choice.school_id, clock.today())
    taught = teaches(choice.school_id, clock.today())
    sizes = Counter(students_in_grades(choice).values_list("school_class_id", flat=True))
    even = -(-sizes.total() // max(len(staff), 1)) if choice.unit == Unit.STUDENT else sizes.total()
    found = []
    for one in staff:
        role = Who.LEAD_MENTOR if one.pk in leads else Who.MENTOR
        classes = min(len(taught.get(one.pk, ())), scheme.max_classes_per_mentor)
        least, aim, most = bounds_of(scheme, role, classes=classes, largest=max(sizes.values(), default=0))
        found.append(
            MentorOffer(
                school_id=choice.school_id,
                round=choice,
                staff=one,
                minimum=least or 0,
                target=aim,
                maximum=even if most is None else most,
                absent=one.pk in away,
            )
        )
    return found
