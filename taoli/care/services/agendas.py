"""The agenda: made from the data in one tap, lines added by hand."""

import uuid

from django.db.models import Max
from django.utils.translation import gettext as _

from taoli.care.models import Conference, ConferenceItem
from taoli.care.queries.agendas import RANK, Line, agenda_lines, students_of
from taoli.care.queries.conferences import OPEN, get_managed
from taoli.care.queries.members import member_ids
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change

Source = ConferenceItem.Source
LONGEST = 200


def prepare_agenda(*, by: Actor, pk: uuid.UUID) -> int:
    """Make the agenda from the data of this moment; lines added by hand and lines with a decision stay. Return how many
    lines there are. TaoliError once the meeting has begun.
    """
    with change(by=by, action="conference.prepare", object_id=pk) as note:
        row = _planned(by, pk)
        if row.state == Conference.State.RUNNING:
            raise TaoliError(_("The meeting has begun: its agenda stays as it is. You can still add a line."))
        rows = ConferenceItem.objects.of(by.school_id).filter(conference_id=pk)
        rows.exclude(source=Source.ADDED).filter(decision="", discussed=False).delete()
        kept = list(rows)
        known = {one.student_id: one for one in kept if one.student_id}
        lines = agenda_lines(row, member_ids(row))
        new = [
            ConferenceItem(
                school_id=by.school_id,
                conference_id=pk,
                source=line.source,
                student_id=line.student_id,
                case_id=line.case_id,
                text="\n".join(line.text),
                guarded="\n".join(line.guarded),
            )
            for line in lines
            if line.student_id is None or line.student_id not in known
        ]
        for line in lines:
            if line.student_id in known:
                _learn(known[line.student_id], line)
        both = sorted([*kept, *new], key=lambda one: RANK[one.source])
        for place, one in enumerate(both, 1):
            one.position = place
        ConferenceItem.objects.bulk_create(new)
        ConferenceItem.objects.of(by.school_id).bulk_update(kept, ["position", "case", "guarded"])
        note.data["lines"] = len(both)
    return len(both)


def _learn(kept: ConferenceItem, line: Line) -> None:
    """Let a line that stays say what the data say of the student, once."""
    kept.case_id = kept.case_id or line.case_id
    there = kept.guarded.split("\n")
    said = [one for part in line.guarded for one in part.split("\n") if one not in there]
    kept.guarded = "\n".join(part for part in (kept.guarded, *said) if part)


def add_item(*, by: Actor, pk: uuid.UUID, text: str, student_id: uuid.UUID | None = None) -> ConferenceItem:
    """Add a line by hand: a student, some words, or both. TaoliError: neither, or a student of another place."""
    with change(by=by, action="conference.add_line", object_id=pk):
        row = _planned(by, pk)
        said = " ".join(text.split())[:LONGEST]
        if student_id and not students_of(by.school_id, row).filter(pk=student_id).exists():
            raise TaoliError(_("This student is not one of those the meeting is about."))
        if not said and not student_id:
            raise TaoliError(_("Please choose a student or write what it is about."))
        rows = ConferenceItem.objects.of(by.school_id).filter(conference_id=pk)
        there = rows.filter(student_id=student_id).first() if student_id else None
        if there is not None:  # the student stands on the agenda already: one line more in it
            there.guarded = "\n".join(part for part in (there.guarded, said) if part)
            there.source = Source.ADDED  # what somebody wrote stays when the agenda is made anew
            there.save(update_fields=["guarded", "source"])
            return there
        last: int = rows.aggregate(last=Max("position"))["last"] or 0
        return ConferenceItem.objects.create(
            school_id=by.school_id,
            conference_id=pk,
            position=last + 1,
            source=Source.ADDED,
            student_id=student_id,
            text="" if student_id else said,
            guarded=said if student_id else "",
        )


def _planned(by: Actor, pk: uuid.UUID) -> Conference:
    get_managed(by, pk)
    row = Conference.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=pk)
    if row.state not in OPEN:
        raise TaoliError(_("This conference is over. Its minutes stay as they are."))
    return row
