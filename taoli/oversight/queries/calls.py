"""Draws on the school's side: what the bureaus have announced, the frozen list, who was drawn, what came of it."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404
from django.utils.crypto import salted_hmac

from taoli.common import clock
from taoli.common.models import School
from taoli.common.offered import offered
from taoli.common.policy import Actor
from taoli.common.tenancy import cross_school
from taoli.engine.calendar import teaching_days
from taoli.engine.survey import ANSWERS, population_hash
from taoli.matching.queries.codes import plain_code
from taoli.oversight.models import CallList, CallPlace, CallTally, Draw
from taoli.oversight.phrases.draws import QUESTIONS
from taoli.oversight.queries.draws import PUBLIC
from taoli.oversight.queries.inspections import mentor_numbers
from taoli.roster.models import Staff, Student
from taoli.roster.queries.calendar import calendar_facts, current_term

SALT = "taoli.oversight.call_code"
SCHOOL_DAYS, SEARCH, SATURDAY = 5, 40, 5
Person = dict[str, str]  # id and number


@dataclass(frozen=True, slots=True)
class Drawn:
    """Somebody who was drawn, as the school sees it: never whether or what they answered."""

    row: CallPlace
    name: str
    room: str
    here: bool


def call_rows(actor: Actor) -> list[tuple[Draw, CallList | None]]:
    """Return what bureaus have announced, the newest first, with the school's frozen list, if any; four reads."""
    rows = list(offered(actor, Draw, PUBLIC).select_related("school").order_by("-announced_at", "-id"))
    lists = {one.draw_id: one for one in CallList.objects.of(actor.school_id)}
    return [(one, lists.get(one.pk)) for one in rows]


def get_announced(actor: Actor, pk: uuid.UUID) -> Draw:
    """Return a draw that a bureau above has announced; 404 otherwise."""
    row = offered(actor, Draw, PUBLIC).select_related("school").filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def call_of(actor: Actor, draw_id: uuid.UUID) -> CallList | None:
    """Return the school's frozen list for a draw, or None."""
    return CallList.objects.of(actor.school_id).filter(draw_id=draw_id).first()


def get_call(actor: Actor, draw_id: uuid.UUID) -> CallList:
    """Return the school's frozen list for a draw; 404 when there is none."""
    row = call_of(actor, draw_id)
    if row is None:
        raise Http404
    return row


def people_to_list(school_id: int, whom: str) -> list[Person]:
    """Return whom a draw would list today, by number: families of all students, or mentors with a student."""
    if whom == Draw.Whom.FAMILIES:
        found = Student.objects.of(school_id).filter(left_on=None).order_by("number").values_list("number", "pk")
        return [{"id": str(pk), "number": number} for number, pk in found]
    return [{"id": str(pk), "number": number} for number, pk in mentor_numbers(school_id).items()]


def list_hash(salt: str, people: Sequence[Person]) -> str:
    """Return the hash of a frozen list: of its places and numbers in their order, with a salt that the school keeps."""
    return population_hash(f"{salt} {place:05} {one['number']}" for place, one in enumerate(people, start=1))


def drawn_people(row: CallList) -> list[Drawn]:
    """Return who was drawn, in the order of the list; of families, the child's name. Two reads."""
    places = list(CallPlace.objects.of(row.school_id).filter(list=row).order_by("place"))
    ids = [one.person_id for one in places]
    if row.whom == Draw.Whom.FAMILIES:
        students = Student.objects.of(row.school_id).filter(pk__in=ids).select_related("school_class")
        known = {one.pk: (one.name, one.school_class.name, one.left_on is None) for one in students}
    else:
        staff = Staff.objects.of(row.school_id).filter(pk__in=ids)
        known = {one.pk: (one.name, "", one.left_on is None) for one in staff}
    return [Drawn(one, *known[one.person_id]) for one in places]


def counts_of(row: CallList) -> dict[str, tuple[int, ...]]:
    """Return question → how many said yes, rather, no. Read for handing in and for what may be told of it only."""
    rows = CallTally.objects.of(row.school_id).filter(list=row).values_list("question", "answer", "n")
    found = {(question, answer): n for question, answer, n in rows}
    return {key: tuple(found.get((key, one), 0) for one in ANSWERS) for key, _text in QUESTIONS[row.whom]}


def over(row: CallList) -> bool:
    """Say whether the last day of the calls has passed."""
    return row.ends_on < clock.today()


def told_by_itself_on(row: CallList) -> dt.date:
    """Return the last of the five school days in which the school may look first; then the counts go by themselves."""
    term = current_term(row.school_id, row.ends_on)
    days = [row.ends_on + dt.timedelta(days=one) for one in range(1, SEARCH + 1)]
    taught = teaching_days(calendar_facts(row.school_id, term), days[0], days[-1]) if term else ()
    enough = taught if len(taught) >= SCHOOL_DAYS else tuple(one for one in days if one.weekday() < SATURDAY)
    return enough[SCHOOL_DAYS - 1]


def code_hash(text: str) -> str:
    """Return the keyed hash of a code; without the server's secret it can be neither guessed nor checked."""
    return salted_hmac(SALT, plain_code(text), algorithm="sha256").hexdigest()


def by_code(text: str, *, draw_id: uuid.UUID | None = None) -> CallPlace | None:
    """Return the place that a slip's code opens, of whatever school, answered or over too; None without such a code.

    `draw_id`: only of this draw.
    """
    if not plain_code(text):
        return None
    with cross_school("a code says which draw at which school it is for"):
        schools = list(School.objects.values_list("pk", flat=True))
        rows = CallPlace.objects.filter(school_id__in=schools, code_hash=code_hash(text))
        if draw_id is not None:
            rows = rows.filter(list__draw_id=draw_id)
        return rows.select_related("list").first()


def open_to_answer(place: CallPlace) -> bool:
    """Say whether an answer would be taken now."""
    asked = place.consent == CallPlace.Consent.YES and place.list.state == CallList.State.CALLING
    return asked and not place.spent and not over(place.list)


def own_code(actor: Actor) -> str:
    """Return the code under which the bureaus know the school."""
    return School.objects.values_list("code", flat=True).get(pk=actor.school_id)
