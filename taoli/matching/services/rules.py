"""Rules of a round about named students, and its limits on classes and categories."""

import uuid
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ChoiceRound, MentorOffer, RoundRule, RuledStudent
from taoli.matching.queries.rounds import round_students

REASON, PAIR = 200, 2


def add_rule(
    *,
    by: Actor,
    round_id: uuid.UUID,
    kind: str,
    student_ids: Sequence[uuid.UUID],
    mentor_id: uuid.UUID | None = None,
    reason: str,
) -> RoundRule:
    """Keep students apart or together, or pin one to a mentor, for a reason the office keeps.

    TaoliError: a published round, no reason, too few students, one who is not of the round, no or an unknown mentor.
    """
    with change(by=by, action="rule.add", round=round_id, kind=kind) as note:
        choice = _open(by, round_id)
        students = list(dict.fromkeys(student_ids))
        _refuse(choice, kind, students, mentor_id, reason)
        row = RoundRule.objects.create(
            school_id=by.school_id,
            round=choice,
            kind=kind,
            mentor_id=mentor_id if kind == RoundRule.Kind.PINNED else None,
            reason=reason.strip()[:REASON],
            made_at=clock.now(),
            made_by=by.account_id,
        )
        RuledStudent.objects.bulk_create(
            RuledStudent(school_id=by.school_id, rule=row, student_id=one) for one in students
        )
        note.object_id = row.pk
    return row


def drop_rule(*, by: Actor, pk: uuid.UUID) -> None:
    """Take a rule away; drafts made under it stay as they were."""
    with change(by=by, action="rule.drop", object_id=pk):
        row = RoundRule.objects.of(by.school_id).get(pk=pk)
        _open(by, row.round_id)
        row.dropped_at = row.dropped_at or clock.now()
        row.save(update_fields=["dropped_at"])


def set_limits(
    *, by: Actor, round_id: uuid.UUID, max_classes: int | None, category_caps: Mapping[str, int]
) -> ChoiceRound:
    """Write from how many classes a mentor's students may come, and the most per category and mentor."""
    with change(by=by, action="round.set_limits", object_id=round_id):
        choice = _open(by, round_id)
        choice.max_classes, choice.category_caps = max_classes, dict(category_caps)
        choice.save(update_fields=["max_classes", "category_caps"])
    return choice


def take_over(*, by: Actor, round_id: uuid.UUID) -> ChoiceRound:
    """Become the officer who runs the round, and who alone sees how many wished for whom."""
    with change(by=by, action="round.take_over", object_id=round_id):
        choice: ChoiceRound = ChoiceRound.objects.of(by.school_id).select_for_update().get(pk=round_id)
        choice.officer = by.account_id
        choice.save(update_fields=["officer"])
    return choice


def _open(by: Actor, round_id: uuid.UUID) -> ChoiceRound:
    choice: ChoiceRound = ChoiceRound.objects.of(by.school_id).select_for_update().get(pk=round_id)
    if choice.state == ChoiceRound.State.PUBLISHED:
        raise TaoliError(_("This round has been published."))
    return choice


def _refuse(
    choice: ChoiceRound, kind: str, students: Sequence[uuid.UUID], mentor_id: uuid.UUID | None, reason: str
) -> None:
    if not reason.strip():
        raise TaoliError(_("Please say why; the reason stays with the rule and is seen by the office only."))
    known = set(round_students(choice).filter(pk__in=students).values_list("pk", flat=True))
    if len(known) < len(students):
        raise TaoliError(_("One of these students is not part of the round."))
    if kind == RoundRule.Kind.PINNED:
        offers = MentorOffer.objects.of(choice.school_id).filter(round=choice)
        if len(students) != 1 or mentor_id is None or not offers.filter(staff_id=mentor_id).exists():
            raise TaoliError(_("Please choose one student and a mentor of the round."))
        if _pinned(choice, students[0]):
            raise TaoliError(_("This student is pinned to a mentor already. Please take that rule away first."))
    elif len(students) < PAIR:
        raise TaoliError(_("Please name at least two different students."))


def _pinned(choice: ChoiceRound, student: uuid.UUID) -> bool:
    rows = RuledStudent.objects.of(choice.school_id).filter(rule__round=choice, student_id=student)
    return rows.filter(rule__kind=RoundRule.Kind.PINNED, rule__dropped_at=None).exists()
