"""Suggestions of members to their group."""

import uuid

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.models import GroupSuggestion
from taoli.guidance.permissions import GROUP
from taoli.roster.models import Group

MOST_OPEN = 5


def suggest_to_group(*, by: Actor, group_id: uuid.UUID, text: str) -> GroupSuggestion:
    """Suggest something to one's own group. TaoliError: nothing written, five of one's own stand there already."""
    assert by.person_id is not None
    with change(by=by, action="group.suggest", object_id=group_id):
        said = " ".join(text.split())[:200]
        if not said:
            raise TaoliError(_("Please write your suggestion."))
        if not GROUP.within(Group.objects.filter(pk=group_id), by, "suggest").exists():
            raise TaoliError(_("You are not in this group any more."))
        rows = GroupSuggestion.objects.of(by.school_id).filter(group_id=group_id, student_id=by.person_id)
        if rows.filter(hidden_at=None, taken_back_at=None).count() >= MOST_OPEN:
            raise TaoliError(_("Five of your suggestions stand here. Take one back, then there is room."))
        row = GroupSuggestion(
            school_id=by.school_id, group_id=group_id, student_id=by.person_id, text=said, made_at=clock.now()
        )
        row.save(force_insert=True)
    return row


def take_suggestion_back(*, by: Actor, pk: uuid.UUID) -> GroupSuggestion:
    """Take one's own suggestion back; the words are erased."""
    with change(by=by, action="group.take_back", object_id=pk):
        row = _shown(by, pk)
        if row.student_id != by.person_id:
            raise TaoliError(_("Only who suggested it can take it back."))
        row.text, row.taken_back_at = "", clock.now()
        row.save(update_fields=["text", "taken_back_at"])
    return row


def hide_suggestion(*, by: Actor, pk: uuid.UUID, reason: str) -> GroupSuggestion:
    """Hide a suggestion of one's group; who made it reads the reason. TaoliError: no reason, not one's group."""
    with change(by=by, action="group.hide", object_id=pk):
        row = _shown(by, pk)
        if not GROUP.within(Group.objects.filter(pk=row.group_id), by, "hide").exists():
            raise TaoliError(_("This group is not with you any more."))
        if not reason.strip():
            raise TaoliError(_("Please say why; the student who wrote it reads the reason."))
        row.hidden_at, row.hidden_by_id, row.hidden_reason = clock.now(), by.person_id, reason.strip()[:100]
        row.save(update_fields=["hidden_at", "hidden_by", "hidden_reason"])
    return row


def _shown(by: Actor, pk: uuid.UUID) -> GroupSuggestion:
    row = GroupSuggestion.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=pk)
    if row.hidden_at or row.taken_back_at:
        raise ConflictError(_("This suggestion does not stand here any more."))
    return row
