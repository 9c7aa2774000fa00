"""Claims of whole units: mentors claim groups (PS-04), classes settle on a mentor (B-03). No first-come race."""

import uuid
from collections.abc import Collection

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ClassChoice, GroupClaim, MentorOffer
from taoli.matching.permissions import CLASS_CHOICE
from taoli.matching.queries.claims import claimable, own_group
from taoli.matching.queries.marks import runs_it
from taoli.matching.queries.work import rooms_of
from taoli.matching.services.stepping import open_step
from taoli.roster.models import Group
from taoli.roster.services.groups import name_group

OFFICERS = 60


def claim_groups(*, by: Actor, round_id: uuid.UUID, mentor_id: uuid.UUID, group_ids: Collection[uuid.UUID]) -> int:
    """Write which groups a mentor would take, in the place of earlier claims; none says that nothing is claimed.

    The officer who runs the round may write it for somebody. TaoliError: the step is not open, a mentor who is not
    on offer, a group of a class that this mentor may not take.
    """
    with change(by=by, action="claim.set", object_id=mentor_id, round=round_id) as note:
        choice = open_step(by, round_id, "claim_groups")
        own = by.person_id == mentor_id and by.person_kind == "staff"
        if not own and not runs_it(by, choice):
            raise TaoliError(_("Only the officer who runs the round writes claims for others."))
        wanted = set(group_ids)
        if wanted - {row.group.pk for row in claimable(choice, mentor_id)}:
            raise TaoliError(_("One of these groups is not open to this mentor. Please choose again."))
        GroupClaim.objects.of(by.school_id).filter(round=choice, mentor_id=mentor_id).delete()
        GroupClaim.objects.bulk_create(
            GroupClaim(
                school_id=by.school_id,
                round=choice,
                group_id=group,
                mentor_id=mentor_id,
                entered_by=by.account_id,
                saved_at=clock.now(),
            )
            for group in sorted(wanted)
        )
        note.data |= {"groups": len(wanted)}
    return len(wanted)


def name_own_group(*, by: Actor, group_id: uuid.UUID, name: str) -> Group:
    """Let a mentor name a group that is his or hers now; TaoliError when it is not."""
    if own_group(by, group_id) is None:
        raise TaoliError(_("This group is not yours."))
    return name_group(by=by, group_id=group_id, name=name)


def choose_for_class(
    *, by: Actor, round_id: uuid.UUID, class_id: uuid.UUID, mentor_id: uuid.UUID | None, officers: str = ""
) -> ClassChoice | None:
    """Write the mentor a class has settled on with its officers, None to take it back.

    TaoliError: the step is not open, a class out of reach, a mentor who is not on offer.
    """
    with change(by=by, action="class_choice.set", object_id=class_id, round=round_id, mentor=mentor_id):
        choice = open_step(by, round_id, "class_choice")
        if not rooms_of(by, choice, CLASS_CHOICE, "write").filter(pk=class_id).exists():
            raise TaoliError(_("This class is not yours."))
        rows = ClassChoice.objects.of(by.school_id).filter(round=choice, school_class_id=class_id)
        if mentor_id is None:
            rows.delete()
            return None
        there = MentorOffer.objects.of(by.school_id).filter(round=choice, absent=False, maximum__gt=0)
        if not there.filter(staff_id=mentor_id).exists():
            raise TaoliError(_("This mentor is not on offer in the round."))
        row = rows.first() or ClassChoice(school_id=by.school_id, round=choice, school_class_id=class_id)
        row.mentor_id, row.officers = mentor_id, officers.strip()[:OFFICERS]
        row.entered_by, row.saved_at = by.account_id, clock.now()
        row.save()
    return row
