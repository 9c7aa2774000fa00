"""The office's desk: the year as stations, and three sentences."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet, Sum

from taoli.accounts.models import Membership, RoleHeld
from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.duties.models import MentorRollup
from taoli.duties.permissions import COVERAGE
from taoli.evaluation.models import AppraisalRun, Survey, SurveyBatch
from taoli.matching.models import ChoiceRound, MatchRun, Wish
from taoli.matching.queries.rounds import owed_a_mentor
from taoli.matching.queries.steps import StepRow, steps
from taoli.roster.models import RosterImport, SchoolDay, Staff, Student, TeachingAssignment, Term
from taoli.roster.permissions import STUDENT
from taoli.schemes.models import UNPUBLISHED, SchemeVersion

# A mentor may need relief when less than this share of what has fallen due is met, of at least so much.
RELIEF_SHARE, RELIEF_CELLS = 0.5, 10
PARENTS_MEETING = "家长会"
WAITED_FOR = (Role.MORAL_OFFICE, Role.ASSESSOR)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the stations are told from; one row of counts and the newest of each thing."""

    day: dt.date
    term: Term
    students: int
    alone: int
    staff: int
    taught: int
    scheme: SchemeVersion | None
    draft: SchemeVersion | None
    choice: ChoiceRound | None
    steps: list[StepRow]
    wishing: int
    exams: list[dt.date]
    surveys: int
    appraisal: AppraisalRun | None
    parents: dt.date | None = None
    people: Mapping[Role, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that waits for the office: what (a code), its name, and the row's id."""

    code: str
    name: str
    pk: object


def facts_of(actor: Actor, term: Term) -> Facts:
    """Return what the stations need to know of a term."""
    school = actor.school_id
    present = _students(actor).order_by()
    alone = Q(mentor=None) & owed_a_mentor(school)
    counted = present.aggregate(students=Count("pk"), alone=Count("pk", filter=alone))
    choice = ChoiceRound.objects.of(school).filter(term=term).order_by("-created_at").first()
    schemes = {row.state: row for row in SchemeVersion.objects.of(school).order_by("version")}
    days = SchoolDay.objects.of(school).filter(term=term, kind=SchoolDay.Kind.EXAM).order_by("day")
    return Facts(
        day=clock.today(),
        term=term,
        students=counted["students"],
        alone=counted["alone"],
        staff=Staff.objects.of(school).filter(left_on=None).count(),
        taught=TeachingAssignment.objects.of(school).filter(ends=None).values("school_class_id").distinct().count(),
        scheme=schemes.get(SchemeVersion.State.PUBLISHED),
        draft=next((schemes[state] for state in UNPUBLISHED if state in schemes), None),
        choice=choice,
        steps=steps(choice) if choice else [],
        wishing=_wishing(choice),
        exams=list(days.values_list("day", flat=True)),
        surveys=_sources_heard(term),
        appraisal=AppraisalRun.objects.of(school).filter(term=term).first(),
        parents=_parents_meeting(term),
        people=_people(school),
    )


def _sources_heard(term: Term) -> int:
    """Return how many sources have answered in a term: by a workbook, or in a survey that is closed."""
    typed = SurveyBatch.objects.of(term.school_id).filter(term=term).values_list("source")
    closed = Survey.objects.of(term.school_id).filter(term=term, state=Survey.State.CLOSED, counts=True)
    return typed.union(closed.values_list("source")).count()


def _parents_meeting(term: Term) -> dt.date | None:
    """Return the day of the parents' meeting, as the school's calendar names it: the next one, else the last."""
    events = SchoolDay.objects.of(term.school_id).filter(
        term=term, kind=SchoolDay.Kind.EVENT, note__contains=PARENTS_MEETING
    )
    days = list(events.order_by("day").values_list("day", flat=True))
    return next((day for day in days if day >= clock.today()), days[-1] if days else None)


def _people(school_id: int) -> dict[Role, list[str]]:
    """Return who holds the roles a station may wait for, by name."""
    today = clock.today()
    held = RoleHeld.objects.filter(school_id=school_id, role__in=WAITED_FOR, starts__lte=today).exclude(ends__lt=today)
    names = dict(
        Membership.objects.filter(school_id=school_id, account__in=held.values("account")).values_list(
            "account_id", "name"
        )
    )
    found: dict[Role, list[str]] = {}
    for role, account in held.order_by("id").values_list("role", "account_id"):
        if account in names and names[account] not in found.setdefault(Role(role), []):
            found[Role(role)].append(names[account])
    return found


def students_without_mentor(actor: Actor) -> int:
    """Return how many present students within reach have no mentor although the scheme means them to."""
    return without_mentor(actor).count()


def without_mentor(actor: Actor) -> "QuerySet[Student]":
    """Return the present students within reach who have no mentor although the scheme means them to."""
    return _students(actor).filter(owed_a_mentor(actor.school_id), mentor=None).order_by("sort_key", "id")


def decisions(actor: Actor) -> list[Decision]:
    """Return what waits for the moral office: drafts and read workbooks; nobody else decides here."""
    if not actor.holds(Role.MORAL_OFFICE):
        return []
    school = actor.school_id
    imports = RosterImport.objects.of(school).filter(state=RosterImport.State.READY)
    schemes = SchemeVersion.objects.of(school).filter(state__in=UNPUBLISHED)
    runs = MatchRun.objects.of(school).filter(state=MatchRun.State.DRAFT).select_related("round")
    appraisals = AppraisalRun.objects.of(school).filter(state=AppraisalRun.State.DRAFT).select_related("term")
    return [
        *[Decision("import", row.file_name, row.pk) for row in imports.defer("staged", "plan")],
        *[Decision("scheme", row.title, row.pk) for row in schemes],
        *[Decision("run", row.round.name, row.pk) for row in runs.defer("problem").order_by("round_id", "-created_at")],
        *[Decision("appraisal", row.term.name, row.pk) for row in appraisals],
    ]


def may_need_relief(actor: Actor, term: Term) -> list[str]:
    """Return the names of mentors within reach of whose past requirements less than half is met; in order of names."""
    past = MentorRollup.objects.of(actor.school_id).filter(term=term, due__lt=clock.today())
    rows = COVERAGE.within(past, actor, "view").order_by().values("mentor_id")
    summed = rows.annotate(all=Sum("cells"), done=Sum("met")).values_list("mentor_id", "all", "done")
    found = [mentor for mentor, cells, met in summed if cells >= RELIEF_CELLS and met < cells * RELIEF_SHARE]
    staff = Staff.objects.of(actor.school_id).filter(pk__in=found, left_on=None).order_by("sort_key", "number")
    return list(staff.values_list("name", flat=True))


def _students(actor: Actor) -> "QuerySet[Student]":
    rows: QuerySet[Student] = STUDENT.within(Student.objects.filter(left_on=None), actor, "view")
    return rows


def _wishing(choice: ChoiceRound | None) -> int:
    if choice is None or choice.state != ChoiceRound.State.OPEN:
        return 0
    return Wish.objects.of(choice.school_id).filter(round=choice).values("student_id").distinct().count()
