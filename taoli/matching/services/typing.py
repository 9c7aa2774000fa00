"""Typing coded paper sheets in batch: what is right is saved, what is wrong comes back with its reason."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import unit_of_work
from taoli.matching.models import ChoiceRound, WishSheet
from taoli.matching.permissions import HAND_IN
from taoli.matching.phrases import wish_cause
from taoli.matching.queries.rounds import round_students
from taoli.matching.queries.wishes import Book, MentorEntry, book_of
from taoli.matching.services.wishes import set_wishes


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A sheet as typed: the student's number, mentors by number or name, best first; `replace` an earlier sheet."""

    number: str
    wishes: tuple[str, ...]
    replace: bool = False


@dataclass
class TypedSheets:
    """What came of the lines: (student, mentors' names) saved, and the wrong lines with what is wrong."""

    saved: list[tuple[uuid.UUID, list[str]]] = field(default_factory=list)
    wrong: list[tuple[PaperLine, str]] = field(default_factory=list)


def type_wishes(*, by: Actor, round_id: uuid.UUID, lines: Sequence[PaperLine], in_time: bool = False) -> TypedSheets:
    """Write the wishes of these lines, each for itself; a blank wish is left out.

    `in_time`: the papers were handed in before closing, whenever they are typed. Lines that cannot be written are
    in `wrong`: an unknown number, one that came before, an earlier sheet without `replace`, a mentor not to be had.
    """
    choice = ChoiceRound.objects.of(by.school_id).select_related("scheme").get(pk=round_id)
    book, found, seen = book_of(choice), TypedSheets(), set[str]()
    reached = set(HAND_IN.within(round_students(choice), by, "issue").values_list("pk", flat=True))
    sheets = set(WishSheet.objects.of(by.school_id).filter(round=choice).values_list("student_id", flat=True))
    with unit_of_work():
        for line in lines:
            try:
                student = _student(book, line, seen, reached, sheets)
                entries = [_mentor(book, text, student) for text in line.wishes if text]
                set_wishes(
                    by=by,
                    round_id=round_id,
                    student_id=student,
                    mentor_ids=[entry.staff_id for entry in entries],
                    source=WishSheet.Source.PAPER,
                    in_time=in_time,
                )
            except TaoliError as refusal:
                found.wrong.append((line, str(refusal)))
            else:
                seen.add(line.number)
                found.saved.append((student, [entry.name for entry in entries]))
    return found


def _student(book: Book, line: PaperLine, seen: set[str], reached: set[uuid.UUID], sheets: set[uuid.UUID]) -> uuid.UUID:
    if not line.number:
        raise TaoliError(_("The student number is missing."))
    known = book.students.get(line.number)
    if known is None or known[0] not in reached:
        code = "wish_other_grade" if line.number in book.others else "wish_unknown_student"
        raise TaoliError(wish_cause(code, {"number": line.number}))
    if line.number in seen:
        raise TaoliError(_("%(name)s stands in an earlier line already.") % {"name": known[1]})
    if known[0] in sheets and not line.replace:
        raise TaoliError(_("%(name)s has handed in already. Tick “replace” to write over it.") % {"name": known[1]})
    return known[0]


def _mentor(book: Book, text: str, student: uuid.UUID) -> MentorEntry:
    known = [book.by_number[text]] if text in book.by_number else book.by_name.get(text, [])
    if not known:
        raise TaoliError(wish_cause("wish_unknown_mentor", {"text": text}))
    if len(known) > 1:
        numbers = "、".join(entry.number for entry in known)
        raise TaoliError(wish_cause("wish_ambiguous", {"name": text, "numbers": numbers}))
    entry = known[0]
    refused = "wish_absent" if entry.absent else "" if entry.maximum else "wish_full"
    if not refused and not book.takes(entry, student):
        refused = "wish_other_class"
    if refused:
        raise TaoliError(wish_cause(refused, {"name": entry.name, "room": book.rooms[student][1]}))
    return entry
