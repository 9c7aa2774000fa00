"""What somebody is asked to answer: by account, or by the code on a slip. Never what was answered."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.common.tenancy import cross_school
from taoli.evaluation.models import BallotToken, Survey
from taoli.evaluation.phrases import ASK_TITLE, ASK_WORDS
from taoli.evaluation.queries.population import FAMILY, STAFF, STUDENT, secret
from taoli.matching.queries.asked import Ask
from taoli.matching.queries.codes import plain_code
from taoli.roster.models import Guardianship, Staff, Student
from taoli.roster.permissions import restricted

SALT = "taoli.evaluation.ballot_code"
LAST_MINUTE = dt.time(23, 59)


@dataclass(frozen=True, slots=True)
class Asked:
    """One survey that somebody is asked in. `whose`: the child, where families answer; `over`: the time has passed."""

    token: BallotToken
    survey: Survey
    whose: str
    over: bool

    @property
    def secret(self) -> bool:
        """Whether nobody may learn who answered what."""
        return secret(self.survey)


def asked(actor: Actor) -> list[Asked]:
    """Return the open surveys in which the actor is asked, answered ones too, the first to close first."""
    rows = list(_own(actor).order_by("survey__closes_on", "survey_id", "id"))
    names = _children(rows)
    return [_asked(row, names) for row in rows]


def get_asked(actor: Actor, pk: uuid.UUID) -> Asked:
    """Return one survey in which the actor is asked; 404 for anybody else's, and once it has closed."""
    row = _own(actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return _asked(row, _children([row]))


def surveys_asked(actor: Actor) -> list[Ask]:
    """Return what open surveys ask of somebody now, as cards of the first pages; one query, two for families."""
    rows = [one for one in asked(actor) if not one.token.spent and not one.over]
    return [
        Ask(
            kind="survey",
            round=one.survey.title if not one.whose else f"{one.survey.title} · {one.whose}",
            title=ASK_TITLE,
            words=ASK_WORDS,
            closes=timezone.make_aware(dt.datetime.combine(one.survey.closes_on, LAST_MINUTE)),
            over=False,
            address=reverse("evaluation:ballot_answer", args=[one.token.pk]),
        )
        for one in rows
    ]


def code_hash(text: str) -> str:
    """Return the keyed hash of a code; without the server's secret it can be neither guessed nor checked."""
    return salted_hmac(SALT, plain_code(text), algorithm="sha256").hexdigest()


def by_code(text: str) -> Asked | None:
    """Return what the code of a slip opens, of whatever school, answered or over too; None without such a code."""
    if not plain_code(text):
        return None
    with cross_school("a code says which survey of which school it is for"):
        schools = list(School.objects.values_list("pk", flat=True))
        rows = BallotToken.objects.filter(school_id__in=schools, code_hash=code_hash(text))
        row = rows.select_related("survey").first()
        return _asked(row, {}) if row and row.holder_id in _here(row.school_id, [row]) else None


def mentors_of(token: BallotToken) -> list[tuple[str, str]]:
    """Return (id, name) of the mentors about whom a token still asks, by staff number."""
    rows = Staff.objects.of(token.school_id).filter(pk__in=token.about).order_by("number")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def unspent(survey: Survey) -> list[BallotToken]:
    """Return the rights that have not been used, of people who are still at the school."""
    rows = list(BallotToken.objects.of(survey.school_id).filter(survey=survey, spent=False).order_by("id"))
    here = _here(survey.school_id, rows)
    return [row for row in rows if row.holder_id in here]


def grade_of(token: BallotToken) -> str | None:
    """Return the grade whose figures an answer enters: the student's; none for staff."""
    if token.holder_kind == STAFF:
        return None
    grade = Student.objects.of(token.school_id).values_list("school_class__grade_id", flat=True)
    return str(grade.get(pk=token.holder_id))


def _asked(row: BallotToken, names: dict[uuid.UUID, str]) -> Asked:
    over = row.survey.state != Survey.State.OPEN or row.survey.closes_on < clock.today()
    return Asked(row, row.survey, names.get(row.holder_id, "") if row.holder_kind == FAMILY else "", over)


def _own(actor: Actor) -> "QuerySet[BallotToken]":
    """The actor's own rights in surveys that are open, while at the school; of a guardian, each child's, unless
    restricted.
    """
    rows: QuerySet[BallotToken] = BallotToken.objects.of(actor.school_id).select_related("survey")
    rows = rows.filter(survey__state=Survey.State.OPEN)
    person = actor.person_id or uuid.UUID(int=0)
    if actor.person_kind == "guardian":
        ties = Guardianship.objects.of(actor.school_id).filter(Q(ends=None) | Q(ends__gte=clock.today()))
        # A family answers once; a parent who is restricted does not answer in the other's place.
        mine = ties.filter(guardian_id=person, student__left_on=None).exclude(restricted())
        return rows.filter(holder_kind=FAMILY, holder_id__in=mine.values("student_id"))
    kind = {"student": STUDENT, "staff": STAFF}.get(actor.person_kind, "")
    people = (Student if kind == STUDENT else Staff).objects.of(actor.school_id).filter(pk=person, left_on=None)
    return rows.filter(holder_kind=kind, holder_id__in=people.values_list("pk", flat=True))


def _children(rows: list[BallotToken]) -> dict[uuid.UUID, str]:
    ids = [row.holder_id for row in rows if row.holder_kind == FAMILY]
    if not ids:
        return {}
    return dict(Student.objects.of(rows[0].school_id).filter(pk__in=ids).values_list("pk", "name"))


def _here(school_id: int, rows: list[BallotToken]) -> set[uuid.UUID]:
    students = [row.holder_id for row in rows if row.holder_kind != STAFF]
    staff = [row.holder_id for row in rows if row.holder_kind == STAFF]
    found: set[uuid.UUID] = set()
    if students:
        found |= set(Student.objects.of(school_id).filter(left_on=None).values_list("pk", flat=True)) & set(students)
    if staff:
        found |= set(Staff.objects.of(school_id).filter(left_on=None).values_list("pk", flat=True)) & set(staff)
    return found
