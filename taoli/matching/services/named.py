"""Who is on offer as a mentor where teachers apply (H-01, O-02) or offices name them (B-02)."""

import uuid
from collections.abc import Collection

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ChoiceRound, MentorApplication, MentorOffer, Nomination
from taoli.matching.queries.steps import step_of
from taoli.matching.services.rounds import close_steps, first_offers
from taoli.matching.services.stepping import open_step
from taoli.roster.models import Staff
from taoli.roster.queries.people import mentors
from taoli.roster.services.staff import edit_staff
from taoli.schemes.queries import rules

APPLY, NOMINATE = "mentor_application", "nominate"
MOST = 500


def apply_as_mentor(
    *, by: Actor, round_id: uuid.UUID, staff_id: uuid.UUID, introduction: str, wanted: int, edit: int | None = None
) -> MentorApplication:
    """Write a teacher's application: introduction, and how many students at most (1 to 500); again is a change of it.

    The office may write it for somebody. A change of what has been taken is looked at anew. TaoliError: the step is
    not open, or no such teacher; ConflictError: `edit` is not the one that was looked at.
    """
    with change(by=by, action="application.send", object_id=staff_id, round=round_id):
        choice = open_step(by, round_id, APPLY)
        if staff_id not in {one.pk for one in mentors(by.school_id)}:
            raise TaoliError(_("There is no such teacher."))
        if not 1 <= wanted <= MOST:
            raise TaoliError(_("Please say how many students, from 1 to %(most)s.") % {"most": MOST})
        rows = MentorApplication.objects.of(by.school_id).select_for_update()
        row = rows.filter(round=choice, staff_id=staff_id).first()
        if edit is not None and edit != (row.edit if row else 0):
            raise ConflictError(_("This application was changed elsewhere meanwhile. Please look again."))
        row = row or MentorApplication(school_id=by.school_id, round=choice, staff_id=staff_id)
        row.introduction, row.wanted = introduction.strip(), wanted
        row.state, row.remark, row.entered_by = MentorApplication.State.SENT, "", by.account_id
        row.saved_at, row.edit = clock.now(), row.edit + 1
        row.save()
    return row


def answer_application(*, by: Actor, round_id: uuid.UUID, staff_id: uuid.UUID, remark: str = "") -> MentorApplication:
    """Take an application (the introduction then stands for students to read), or ask for a word more with a remark."""
    with change(by=by, action="application.answer", object_id=staff_id, round=round_id, asked=bool(remark)):
        choice = open_step(by, round_id, APPLY)
        rows = MentorApplication.objects.of(by.school_id).select_for_update(of=("self",)).select_related("staff")
        row = rows.filter(round=choice, staff_id=staff_id).first()
        if row is None:
            raise TaoliError(_("There is no such application."))
        row.remark = remark.strip()[:200]
        row.state = MentorApplication.State.ASKED if row.remark else MentorApplication.State.TAKEN
        row.save(update_fields=["state", "remark"])
        if not row.remark and row.introduction:
            edit_staff(by=by, staff=row.staff, facts={"introduction": row.introduction})
    return row


def nominate(*, by: Actor, round_id: uuid.UUID, office: str, staff_ids: Collection[uuid.UUID]) -> int:
    """Write whom an office of the scheme names, in the place of whom it named before; returns how many.

    TaoliError: the step is not open, an office that the scheme does not name, somebody who has left.
    """
    with change(by=by, action="nomination.set", object_id=round_id, office=office) as note:
        choice = open_step(by, round_id, NOMINATE)
        step = step_of(choice, NOMINATE)
        if step is None or office not in step.by:
            raise TaoliError(_("The scheme gives this step to another office."))
        if set(staff_ids) - {one.pk for one in mentors(by.school_id)}:
            raise TaoliError(_("There is no such teacher."))
        Nomination.objects.of(by.school_id).filter(round=choice, office=office).delete()
        Nomination.objects.bulk_create(
            Nomination(
                school_id=by.school_id,
                round=choice,
                staff_id=staff,
                office=office,
                entered_by=by.account_id,
                saved_at=clock.now(),
            )
            for staff in sorted(set(staff_ids))
        )
        note.data |= {"mentors": len(set(staff_ids))}
    return len(set(staff_ids))


def settle_mentors(*, by: Actor, round_id: uuid.UUID, kind: str) -> int:
    """Close the step of applying or naming: who was taken or named is on offer, nobody else; returns how many.

    The bounds are the scheme's, at most what a teacher wished for; what an application says of the mentor stands on
    the offer. TaoliError: nobody was taken or named.
    """
    with change(by=by, action="round.settle_mentors", object_id=round_id, step=kind) as note:
        choice = open_step(by, round_id, kind)
        wanted = _wanted(choice, kind)
        if not wanted:
            raise TaoliError(_("Nobody has been taken or named yet."))
        rows = MentorOffer.objects.of(by.school_id).filter(round=choice)
        rows.exclude(staff_id__in=list(wanted)).delete()
        MentorOffer.objects.bulk_create(_offers(choice, wanted, set(rows.values_list("staff_id", flat=True))))
        _take(choice, wanted)
        close_steps(by, choice, kind)
        note.data |= {"mentors": len(wanted)}
    return len(wanted)


def _wanted(choice: ChoiceRound, kind: str) -> dict[uuid.UUID, MentorApplication | None]:
    if kind == NOMINATE:
        named = Nomination.objects.of(choice.school_id).filter(round=choice, staff__left_on=None)
        return dict.fromkeys(named.values_list("staff_id", flat=True))
    taken = MentorApplication.objects.of(choice.school_id).filter(round=choice, staff__left_on=None)
    rows = taken.filter(state=MentorApplication.State.TAKEN)
    return {row.staff_id: row for row in rows}


def _offers(choice: ChoiceRound, wanted: Collection[uuid.UUID], known: set[uuid.UUID]) -> list[MentorOffer]:
    staff = list(Staff.objects.of(choice.school_id).filter(pk__in=list(wanted)))
    fresh = first_offers(choice, rules(choice.scheme), staff)
    return [offer for offer in fresh if offer.staff_id not in known]


def _take(choice: ChoiceRound, wanted: dict[uuid.UUID, MentorApplication | None]) -> None:
    """Nobody gets more students than wished for: the wish comes before the least number.

    What an application says of the mentor is what students read, unless the mentor has written it anew since.
    """
    rows = list(MentorOffer.objects.of(choice.school_id).filter(round=choice))
    for row in rows:
        sent = wanted[row.staff_id]
        if sent is None:
            continue
        row.maximum = sent.wanted
        row.minimum = min(row.minimum, sent.wanted)
        row.target = None if row.target is None else min(row.target, sent.wanted)
        if sent.introduction and (row.introduced_at is None or row.introduced_at < sent.saved_at):
            row.introduction, row.introduced_at = sent.introduction, sent.saved_at
    fields = ["minimum", "target", "maximum", "introduction", "introduced_at"]
    MentorOffer.objects.of(choice.school_id).bulk_update(rows, fields)
