"""The agenda of a conference, made from the data: a number of queries that does not grow with the school."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from taoli.archive.models import Goal
from taoli.care.models import AgendaNote, Conference, ConferenceAction, ConferenceItem
from taoli.care.phrases import conferences as phrases
from taoli.care.queries import agenda_parts
from taoli.common import clock
from taoli.duties.queries import unreached, unreached_by_grade
from taoli.guidance.phrases import joined, short_date, strength_words
from taoli.roster.models import SchoolClass, Student

Source, Kind = ConferenceItem.Source, Conference.Kind
RANK = {source: place for place, source in enumerate(Source.values)}
MOST_LINES = 8  # of the same reason; the others share one line
LATELY = dt.timedelta(days=14)
CONFIDENTIAL = frozenset({Kind.BULLYING})


@dataclass(slots=True)
class Line:
    """One line to be: `text` may be seen by all in the room, `guarded` not."""

    source: str
    student_id: uuid.UUID | None = None
    case_id: uuid.UUID | None = None
    text: list[str] = field(default_factory=list)
    guarded: list[str] = field(default_factory=list)

    def join(self, other: "Line") -> None:
        """Take in what another line says of the same student; the stronger reason stays."""
        self.source = min(self.source, other.source, key=RANK.__getitem__)
        self.case_id = self.case_id or other.case_id
        self.text += [one for one in other.text if one not in self.text]
        self.guarded += [one for one in other.guarded if one not in self.guarded]


def agenda_lines(conference: Conference, members: Sequence[uuid.UUID]) -> list[Line]:
    """Return the lines for a conference: what was agreed, who needs more, whom nobody reached, whom its members want to
    speak of, what is good. A student stands on it once.
    """
    rooms = _rooms(conference)
    found: list[Line] = list(_agreed(conference))
    if conference.kind not in CONFIDENTIAL:
        found += _cases(conference)
        if rooms is None:
            found += _by_grade(conference.school_id)
        else:
            found += _of_rooms(conference.school_id, rooms, members)
    return _once(found)


def open_actions(conference: Conference) -> "QuerySet[ConferenceAction]":
    """Return what earlier meetings of the same kind and place agreed and is not settled, the oldest first."""
    rows: QuerySet[ConferenceAction] = ConferenceAction.objects.of(conference.school_id).filter(
        conference__kind=conference.kind,
        conference__school_class=conference.school_class,
        conference__grade=conference.grade,
        conference__held_on__lte=conference.held_on,
        done_on=None,
        dropped_at=None,
    )
    if conference.student_id:
        rows = rows.filter(conference__student_id=conference.student_id)
    return rows.exclude(conference_id=conference.pk).select_related("owner").order_by("due_on", "id")


def _rooms(conference: Conference) -> list[uuid.UUID] | None:
    """The classes it is about; None: the whole school."""
    if conference.school_class_id:
        return [conference.school_class_id]
    if conference.grade_id:
        rows = SchoolClass.objects.of(conference.school_id).filter(grade_id=conference.grade_id, closed_on=None)
        return list(rows.values_list("pk", flat=True))
    return None


def _agreed(conference: Conference) -> Iterator[Line]:
    for one in open_actions(conference):
        due = short_date(one.due_on)
        if one.student_id is None:
            yield Line(Source.ACTION, text=[phrases.action_of_all(one.text, one.owner.name, due)])
        else:
            words = phrases.action_words(one.text, one.owner.name, due)
            yield Line(Source.ACTION, one.student_id, one.case_id, [phrases.agreed_words()], [words])


def _cases(conference: Conference) -> Iterator[Line]:
    for one in agenda_parts.cases_due(conference):
        yield Line(Source.CASE, one.student_id, one.case_id, [phrases.talk_words()], [one.words])


def _by_grade(school_id: int) -> Iterator[Line]:
    """Of the whole school numbers only: nobody reads 300 names in a meeting."""
    for grade, n in unreached_by_grade(school_id, clock.today().replace(day=1)):
        yield Line(Source.UNREACHED, text=[phrases.unreached_grade(grade, n)])


def _of_rooms(school_id: int, rooms: list[uuid.UUID], members: Sequence[uuid.UUID]) -> Iterator[Line]:
    for student, words in agenda_parts.open_hints(school_id, rooms).items():
        yield Line(Source.SIGNAL, student, None, [phrases.talk_words()], [words])
    first = clock.today().replace(day=1)
    near = unreached(school_id, first, rooms).order_by("school_class__number", "seat", "sort_key", "id")
    quiet = list(near.values_list("pk", "name"))
    for pk, _name in quiet[:MOST_LINES]:
        yield Line(Source.UNREACHED, pk, None, [phrases.unreached_words()])
    if rest := [name for _pk, name in quiet[MOST_LINES:]]:
        shown = joined(rest[: MOST_LINES * 3]) + ("…" if len(rest) > MOST_LINES * 3 else "")
        yield Line(Source.UNREACHED, text=[phrases.unreached_many(shown, len(rest))])
    for student, words in agenda_parts.score_falls(school_id, rooms).items():
        yield Line(Source.FALL, student, None, [phrases.talk_words()], [words])
    yield from _noted(school_id, rooms, members)
    yield from _good(school_id, rooms)


def _noted(school_id: int, rooms: list[uuid.UUID], members: Sequence[uuid.UUID]) -> Iterator[Line]:
    rows = AgendaNote.objects.of(school_id).filter(
        crossed_at=None, staff_id__in=members, student__school_class_id__in=rooms, student__left_on=None
    )
    for pk in sorted(set(rows.values_list("student_id", flat=True))):
        yield Line(Source.NOTED, pk, None, [phrases.noted_words()])


def _good(school_id: int, rooms: list[uuid.UUID]) -> Iterator[Line]:
    """A goal reached lately, without its words: those are the student's."""
    rows = Goal.objects.of(school_id).filter(
        state=Goal.State.REACHED,
        closed_at__gte=clock.now() - LATELY,
        student__school_class_id__in=rooms,
        student__left_on=None,
    )
    found = dict(rows.order_by("closed_at", "id").values_list("student_id", "student__strengths"))
    for pk, strengths in list(found.items())[:MOST_LINES]:
        yield Line(Source.GOOD, pk, None, [phrases.good_words(joined(strength_words(strengths)))])


def _once(lines: Sequence[Line]) -> list[Line]:
    kept: dict[object, Line] = {}
    for one in lines:
        key: object = one.student_id or object()
        if key in kept:
            kept[key].join(one)
        else:
            kept[key] = one
    return sorted(kept.values(), key=lambda one: RANK[one.source])


def students_of(school_id: int, conference: Conference) -> "QuerySet[Student]":
    """Return the present students a conference may speak of."""
    rows: QuerySet[Student] = Student.objects.of(school_id).filter(left_on=None)
    if conference.student_id:
        return rows.filter(pk=conference.student_id)
    if conference.school_class_id:
        rows = rows.filter(school_class_id=conference.school_class_id)
    elif conference.grade_id:
        rows = rows.filter(school_class__grade_id=conference.grade_id)
    return rows.select_related("school_class").order_by("school_class__name", "seat", "sort_key", "id")


def by_student(actions: Sequence[ConferenceAction]) -> dict[uuid.UUID | None, list[ConferenceAction]]:
    """Return student → actions about them."""
    found: dict[uuid.UUID | None, list[ConferenceAction]] = defaultdict(list)
    for one in actions:
        found[one.student_id].append(one)
    return dict(found)
