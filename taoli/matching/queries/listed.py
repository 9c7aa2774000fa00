"""The list of students who are to have a mentor: who is on it, who could be."""

from dataclasses import dataclass

from django.db.models import QuerySet

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, ListedStudent
from taoli.matching.permissions import LISTING
from taoli.matching.queries.rounds import students_in_grades
from taoli.matching.queries.work import rooms_of, works
from taoli.roster.models import SchoolClass, Student


@dataclass(frozen=True, slots=True)
class ListedPage:
    """Those on the list within reach, the class that is open with its other students, and how many in all."""

    rows: list[ListedStudent]
    rooms: list[SchoolClass]
    room: SchoolClass | None
    others: list[Student]
    total: int
    open: bool
    settles: bool


def listable(actor: Actor, choice: ChoiceRound) -> "QuerySet[Student]":
    """Return the students of the round whom the actor may put on the list."""
    return students_in_grades(choice).filter(school_class__in=rooms_of(actor, choice, LISTING, "edit"))


def listed_page(actor: Actor, choice: ChoiceRound, room: str) -> ListedPage:
    """Return what the page shows; `room`: id of the class whose students are offered, the first one without."""
    rows = LISTING.within(ListedStudent.objects.filter(round=choice), actor, "edit")
    found = list(
        rows.select_related("student", "student__school_class").order_by(
            "student__school_class__grade__order", "student__school_class__number", "student__seat", "student__sort_key"
        )
    )
    rooms = list(rooms_of(actor, choice, LISTING, "edit"))
    chosen = next((one for one in rooms if str(one.pk) == room), rooms[0] if rooms else None)
    taken = {one.student_id for one in found}
    others = listable(actor, choice).filter(school_class=chosen) if chosen else Student.objects.none()
    return ListedPage(
        rows=found,
        rooms=rooms,
        room=chosen,
        others=[one for one in others if one.pk not in taken],
        total=ListedStudent.objects.of(choice.school_id).filter(round=choice, student__left_on=None).count(),
        open=works(actor, choice, "student_list"),
        settles=LISTING.may(actor, "settle"),
    )
