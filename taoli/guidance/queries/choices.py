"""What the record page offers: my students, the scheme's guidances, who will read."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.policy import Actor, Held, Role
from taoli.duties.queries import last_contacts, surname
from taoli.engine.facts import ATTENTION
from taoli.engine.scheme import Duty
from taoli.engine.scheme.vocabulary import Actor as Who
from taoli.engine.scheme.vocabulary import Per
from taoli.guidance.permissions import GUIDED
from taoli.guidance.phrases import ASKED_WAYS, MAIN_WAYS, MORE_WAYS, Way, ago, joined
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import holding
from taoli.roster.models import Student
from taoli.roster.permissions import stood_in_for
from taoli.roster.queries.calendar import current_term
from taoli.schemes.queries import published, rules

NAMED = 2  # more mentors than that are not named one by one


@dataclass(frozen=True, slots=True)
class Choice:
    """A student one may write for: `mine` says whether as mentor, `last` when any adult last had contact, `group` names
    the study group; `met`: reached only as somebody on duty.
    """

    pk: uuid.UUID
    name: str
    class_name: str
    mine: bool
    last: str
    chosen: bool = False
    group: str = ""
    met: bool = False


def recordable(actor: Actor, student_ids: Collection[uuid.UUID], on: dt.date | None = None) -> list[Student]:
    """Return those students for whom the actor may write: within reach, or mentored by the actor on the day."""
    reached = GUIDED.within(Student.objects.filter(pk__in=student_ids), actor, "record")
    then = Pairing.objects.of(actor.school_id).filter(
        holding(on or clock.today()), mentor_id=actor.person_id, student_id__in=student_ids
    )
    own = Student.objects.of(actor.school_id).filter(pk__in=then.values("student_id"))
    rows = {student.pk: student for student in (*reached, *own)}
    return [rows[pk] for pk in dict.fromkeys(student_ids) if pk in rows]


def choices(actor: Actor, also: Collection[uuid.UUID] = ()) -> list[Choice]:
    """Return my mentees, then my class if I have one, then `also` (chosen elsewhere) if within reach; four queries."""
    class_ids = {held.class_id for held in actor.roles if held.role is Role.HOMEROOM_TEACHER}
    own = Q(mentor_id=actor.person_id) | Q(mentor_id__in=stood_in_for(actor.school_id, actor.person_id))
    near = own | Q(school_class_id__in=class_ids - {None}) | Q(pk__in=also)
    rows = GUIDED.within(Student.objects.filter(near, left_on=None), actor, "record").select_related("school_class")
    ordered = rows.order_by("school_class__number", "seat", "sort_key", "id")
    students = sorted(ordered, key=lambda one: one.mentor_id != actor.person_id)
    today = clock.today()
    term = current_term(actor.school_id, today)
    since = term.starts if term else today - dt.timedelta(days=120)
    contacts = last_contacts(actor.school_id, [one.pk for one in students], since)
    return [
        Choice(
            pk=one.pk,
            name=one.name,
            class_name=one.school_class.name,
            mine=one.mentor_id == actor.person_id,
            last=ago(contacts[one.pk][0], today) if one.pk in contacts else _("no record yet"),
        )
        for one in students
    ]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the scheme in force asks of a record page: guidances (四导, 五导) in its words and order, ways beyond the
    usual ones, whether minutes and a plan made beforehand decide if a record counts, by which way a student marked for
    attention is seen every day.
    """

    labels: tuple[str, ...] = ()
    ways: frozenset[str] = frozenset()
    minutes: int = 0
    planned: bool = False
    daily: str = "greeting"


def asked_of_records(school_id: int) -> Asked:
    """Return what the scheme asks of records; nothing without a scheme."""
    version = published(school_id, clock.today()) or published(school_id)
    if version is None:
        return Asked()
    scheme = rules(version)
    # What a student tells is the student's to owe, and the mentor's to note when it was told by word of mouth.
    duties = [duty for duty in scheme.duties if duty.who in {Who.MENTOR, Who.STUDENT} and duty.recorded]
    return Asked(
        labels=tuple(guidance.label for guidance in scheme.guidances),
        ways=frozenset(way.key for way in ASKED_WAYS if any(_asks_for(duty, way) for duty in duties)),
        minutes=max((duty.min_minutes or 0 for duty in duties), default=0),
        planned=any(duty.planned_before for duty in duties),
        daily=_daily(duties),
    )


def _daily(duties: Collection[Duty]) -> str:
    """Return the way that fulfils the daily duty to students marked for attention; a greeting where that is enough."""
    kinds = {kind for duty in duties if duty.per == Per.DAY and ATTENTION in duty.only_for for kind in duty.kinds}
    return "talk" if "talk" in kinds and "greeting" not in kinds else "greeting"


def _asks_for(duty: Duty, way: Way) -> bool:
    """Say whether a duty names the way: its channel, or a kind for which no other way stands on the page."""
    if way.kind not in duty.kinds:
        return False
    usual = any(known.kind == way.kind for known in (*MAIN_WAYS, *MORE_WAYS))
    return way.channel in duty.channels or (not usual and not duty.channels)


def readers(actor: Actor, student_ids: Collection[uuid.UUID]) -> str:
    """Return who will be able to read the private text about these students, in words; two queries."""
    rows = Student.objects.of(actor.school_id).filter(pk__in=student_ids)
    homeroom = _names(actor, rows, "school_class__homeroom_teacher")
    mentors = _names(actor, rows, "mentor")
    teachers = [_("homeroom teacher %(surname)s") % {"surname": surname(name)} for name in homeroom]
    if len(mentors) <= NAMED:
        teachers += [_("mentor %(surname)s") % {"surname": surname(name)} for name in mentors]
    else:
        teachers.append(_("the student's mentor"))
    above = {Role.GRADE_LEAD: _("grade lead"), Role.MORAL_OFFICE: _("moral office"), Role.PRINCIPAL: _("principal")}
    return joined([_("me"), *teachers, *(word for role, word in above.items() if not _holds(actor.roles, role))])


def _names(actor: Actor, rows: "QuerySet[Student]", link: str) -> list[str]:
    found = rows.exclude(**{link: None}).values_list(f"{link}_id", f"{link}__name").distinct()
    return sorted(name for pk, name in found if pk != actor.person_id)


def _holds(roles: Collection[Held], role: Role) -> bool:
    return any(held.role is role for held in roles)
