"""What a school hands in of a week: sums over its own rows, reckoned inside its own fence in few statements."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, Sum
from django.utils import timezone

from taoli.accounts.models import Membership, RoleHeld
from taoli.care.models import CareCase, Conference
from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Role
from taoli.duties.models import Act, DutyCell
from taoli.duties.queries.keeping import ensure
from taoli.duties.queries.settings import setting_of
from taoli.engine.summary import (
    FORMAT,
    INDICATORS,
    MEASURES,
    NEWEST,
    GradeSums,
    IndicatorSums,
    Level,
    MeasureKind,
    Summary,
    stage_of,
)
from taoli.evaluation.models import Survey, SurveyFigure, TrainingPart, TrainingSession
from taoli.evaluation.queries.indicators import share_of, standing
from taoli.handover.models import Package
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import holding
from taoli.roster.models import SchoolClass, Student, Term
from taoli.roster.queries.calendar import term_at, term_key, terms
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import base_version

SUNDAY = dt.timedelta(days=6)
WEEK = 7
MOST_WEEKS = 60
AUGUST = 8
# How a family was met → the measure; a visit in the home alone is a home visit (ZJ-15, ZJ-16).
MET = {
    "in_home": "families_home",
    "at_school": "families_school",
    "third_place": "families_elsewhere",
    "workplace": "families_elsewhere",
    "video": "families_video",
}
DEEDS = {"talk": "talks", "group_talk": "talks", "family_contact": "contacts"}
CELLS = {
    "talk": "met_talk",
    "group_talk": "met_talk",
    "family_contact": "met_contact",
    "parent_meeting": "met_contact",
    "home_visit": "met_visit",
    "group_activity": "met_group",
}
OTHER = "met_other"
OF_GRADES = [key for key, one in MEASURES.items() if one.level is Level.GRADE and one.kind is not MeasureKind.CELLS]

Place = tuple[uuid.UUID, uuid.UUID | None]  # grade, campus
Sums = dict[uuid.UUID, Counter[str]]  # class → measure → number


@dataclass(frozen=True, slots=True)
class Span:
    """The days a summary is about: its last one, the term and the school year up to it."""

    day: dt.date
    term: Term | None
    year: dt.date

    @property
    def since(self) -> dt.date:
        """The first day of the term; of the school year before there is any."""
        return self.term.starts if self.term else self.year

    @property
    def night(self) -> dt.datetime:
        """The end of the last day."""
        return timezone.make_aware(dt.datetime.combine(self.day, dt.time.max))

    @property
    def dawn(self) -> dt.datetime:
        """The beginning of the school year."""
        return timezone.make_aware(dt.datetime.combine(self.year, dt.time.min))


def figures_of(school_id: int, week: dt.date, *, seq: int = 1, previous: str = "") -> Summary:
    """Return the summary of the week that begins on a Monday, as of its last day (today in a running week).

    `seq` and `previous` are its place in the chain of what the school hands in. Cells are brought up to date first.
    """
    school = School.objects.get(pk=school_id)
    span = _span(school_id, week)
    sums: Sums = defaultdict(Counter)
    _people(school_id, span, sums)
    _deeds(school_id, span, sums)
    _families(school_id, span, sums)
    _cases(school_id, span, sums)
    met = _cells(school_id, span)
    scheme = _scheme(school_id, span.day)
    return Summary(
        format=FORMAT,
        version=NEWEST,
        school=school.code,
        name=school.name,
        week=week,
        seq=seq,
        previous=previous,
        made_at=timezone.localtime(clock.now()).replace(microsecond=0),
        term=span.term.name if span.term else "",
        term_week=_term_week(span),
        scheme=str(scheme)[:120] if scheme else "",
        base_version=base_version(school_id),
        counts=_school_counts(school_id, span),
        grades=_grades(school, sums, met, _meetings(school_id, span)),
        indicators=tuple(_indicators(school_id, span)),
    )


def _span(school_id: int, week: dt.date) -> Span:
    day = min(week + SUNDAY, max(clock.today(), week))
    term = term_at(terms(school_id), day)
    if term is not None and term.starts > day:
        term = None
    started = term.starts if term else day
    return Span(day, term, dt.date(int(term_key(started)[:4]), AUGUST, 1))


def _term_week(span: Span) -> int:
    if span.term is None:
        return 0
    monday = span.term.starts - dt.timedelta(days=span.term.starts.weekday())
    return min((span.day - monday).days // WEEK + 1, MOST_WEEKS)


def _scheme(school_id: int, day: dt.date) -> SchemeVersion | None:
    states = (SchemeVersion.State.PUBLISHED, SchemeVersion.State.REPLACED)
    rows = SchemeVersion.objects.of(school_id).filter(state__in=states, in_force_from__lte=day)
    return rows.select_related("bureau").order_by("-in_force_from", "-version").first()


def _here(day: dt.date, path: str = "") -> Q:
    """The condition of students who are at the school on a day."""
    return Q(**{f"{path}left_on": None}) | Q(**{f"{path}left_on__gt": day})


def _people(school_id: int, span: Span, sums: Sums) -> None:
    paired = Pairing.objects.of(school_id).filter(holding(span.day)).values("student_id")
    rows = Student.objects.of(school_id).filter(_here(span.day)).order_by().values_list("school_class_id")
    for room, number in rows.annotate(n=Count("id")):
        sums[room]["students"] += number
    for room, number in rows.exclude(pk__in=paired).annotate(n=Count("id")):
        sums[room]["without_mentor"] += number


def _acts(school_id: int, first: dt.date, last: dt.date) -> Any:
    rows = Act.objects.of(school_id).filter(held_on__range=(first, last), student__school=school_id)
    return rows.order_by()


def _deeds(school_id: int, span: Span, sums: Sums) -> None:
    rows = _acts(school_id, span.since, span.day).filter(made=True)
    told = rows.filter(kind__in=DEEDS).values_list("student__school_class_id", "kind").annotate(n=Count("id"))
    for room, kind, number in told:
        sums[room][DEEDS[kind]] += number
    groups = rows.filter(kind="group_activity").values_list("student__school_class_id")
    for room, number in groups.annotate(n=Count("occasion", distinct=True)):
        sums[room]["group_activities"] += number


def _families(school_id: int, span: Span, sums: Sums) -> None:
    """Families of the school year by how they were met, each student once a way; a refusal stands beside."""
    rows = _acts(school_id, span.year, span.day).filter(_here(span.day, "student__"))
    met = rows.filter(made=True, kind__in=("home_visit", "family_contact"), channel__in=MET)
    seen = met.values_list("student__school_class_id", "channel", "student_id").distinct()
    ways = {(room, MET[channel], student) for room, channel, student in seen}
    refused = rows.exclude(refused="").values_list("student__school_class_id", "student_id").distinct()
    ways |= {(room, "families_declined", student) for room, student in refused}
    for room, measure, _student in ways:
        sums[room][measure] += 1


def _cases(school_id: int, span: Span, sums: Sums) -> None:
    """Cases by state as students: open on the day, of them those whose day of review has not passed, closed since the
    year began; without a name, a reason or a mark.
    """
    states = (CareCase.State.OPEN, CareCase.State.CLOSED)
    rows = CareCase.objects.of(school_id).filter(
        _here(span.day, "student__"), state__in=states, student__school=school_id
    )
    open_ones = rows.filter(decided_at__lte=span.night).filter(Q(closed_at=None) | Q(closed_at__gt=span.night))
    told = {
        "cases_open": open_ones,
        "cases_reviewed": open_ones.filter(review_on__gte=span.day),
        "cases_closed": rows.filter(closed_at__range=(span.dawn, span.night)),
    }
    for measure, found in told.items():
        counted = found.order_by().values_list("student__school_class_id").annotate(n=Count("student", distinct=True))
        for room, number in counted:
            sums[room][measure] += number


def _cells(school_id: int, span: Span) -> dict[uuid.UUID | None, dict[str, tuple[int, int]]]:
    """Return class → measure → met and due, of cells whose day has come; what nobody owes (exempt) is left out."""
    setting = setting_of(school_id, span.term) if span.term else None
    if setting is None:
        return {}
    ensure(setting)
    due = DutyCell.objects.of(school_id).filter(term=setting.term, exempt="", due__lte=span.day)
    rows = due.exclude(school_class=None).order_by().values_list("school_class_id", "duty")
    kinds = {key: CELLS.get(setting.duty(key).kinds[0], OTHER) for key in setting.duty_order()}
    found: dict[Any, dict[str, tuple[int, int]]] = defaultdict(dict)
    for room, duty, all_cells, met in rows.annotate(n=Count("id"), met=Count("id", filter=Q(done__gte=F("needed")))):
        measure = kinds.get(duty, OTHER)
        before = found[room].get(measure, (0, 0))
        found[room][measure] = before[0] + met, before[1] + all_cells
    return found


def _meetings(school_id: int, span: Span) -> list[tuple[str, uuid.UUID | None, uuid.UUID | None, int]]:
    rows = Conference.objects.of(school_id).filter(
        state=Conference.State.HELD, held_on__range=(span.since, span.day), kind__in=("class", "grade")
    )
    told = rows.order_by().values_list("kind", "school_class_id", "grade_id").annotate(n=Count("id"))
    return list(told)


def _school_counts(school_id: int, span: Span) -> dict[str, int]:
    paired = set(
        Pairing.objects.of(school_id)
        .filter(holding(span.day))
        .order_by()
        .values_list("mentor_id", flat=True)
        .distinct()
    )
    mentors = paired | _mentors(school_id, span.day)
    sessions = TrainingSession.objects.of(school_id).filter(held_on__range=(span.since, span.day))
    parts = TrainingPart.objects.of(school_id).filter(session__in=sessions)
    trained = set(parts.order_by().values_list("staff_id", flat=True).distinct())
    sent = Package.objects.of(school_id).filter(sent_at__range=(span.dawn, span.night))
    held = Conference.objects.of(school_id).filter(state=Conference.State.HELD, kind=Conference.Kind.PRINCIPAL)
    schools = _acts(school_id, span.since, span.day).filter(made=True, kind="lecture", channel="at_school")
    return {
        "mentors": len(mentors),
        "mentors_without": len(mentors - paired),
        "mentors_trained": len(mentors & trained),
        "packages_sent": sent.count(),
        "receipts_lacking": sent.filter(Q(answered_at=None) | Q(answered_at__gt=span.night)).count(),
        "principal_meetings": held.filter(held_on__range=(span.since, span.day)).count(),
        "parent_lectures": schools.aggregate(n=Count("occasion", distinct=True))["n"],
        "mentor_lectures": sessions.exclude(mentor=None).count(),
        "trainings": sessions.filter(mentor=None).count(),
        "training_hours": round(parts.aggregate(n=Sum("hours"))["n"] or 0),
    }


def _mentors(school_id: int, day: dt.date) -> set[uuid.UUID]:
    """Return the staff who hold the role of a mentor on a day."""
    on = Q(starts__lte=day) & (Q(ends=None) | Q(ends__gte=day))
    accounts = RoleHeld.objects.filter(on, school_id=school_id, role=Role.MENTOR).values("account_id")
    rows = Membership.objects.filter(school_id=school_id, person_kind=Membership.Kind.STAFF, account__in=accounts)
    return set(rows.values_list("person_id", flat=True))


def _grades(
    school: School,
    sums: Sums,
    met: Mapping[uuid.UUID | None, Mapping[str, tuple[int, int]]],
    meetings: Iterable[tuple[str, uuid.UUID | None, uuid.UUID | None, int]],
) -> tuple[GradeSums, ...]:
    """Put classes together to grades, of each of several campuses for itself; a grade without students is not told."""
    rooms = {one.pk: one for one in SchoolClass.objects.of(school).select_related("grade", "campus")}
    several = len({one.campus_id for one in rooms.values() if one.campus_id}) > 1
    place = {pk: (one.grade_id, one.campus_id if several else None) for pk, one in rooms.items()}
    counts: dict[Place, Counter[str]] = defaultdict(Counter)
    cells: dict[Place, dict[str, tuple[int, int]]] = defaultdict(dict)
    for room, numbers in sums.items():
        counts[place[room]].update(numbers)
    for room_id, pairs in met.items():
        if room_id in place:
            own = cells[place[room_id]]
            for key, (done, due) in pairs.items():
                before = own.get(key, (0, 0))
                own[key] = before[0] + done, before[1] + due
    there = [one for one in counts if counts[one]["students"]]
    for kind, room_id, grade_id, number in meetings:
        where = (
            place.get(room_id) if room_id else next((one for one in sorted(there, key=str) if one[0] == grade_id), None)
        )
        if where in counts:
            counts[where]["class_conferences" if kind == "class" else "consultations"] += number
    return tuple(_named(school, there, rooms.values(), counts, cells))


def _named(
    school: School,
    there: list[Place],
    rooms: Iterable[SchoolClass],
    counts: Mapping[Place, Counter[str]],
    cells: Mapping[Place, dict[str, tuple[int, int]]],
) -> Iterable[GradeSums]:
    grades = {one.grade_id: one.grade for one in rooms}
    campuses = {one.campus_id: one.campus.name for one in rooms if one.campus}
    names = [one.name for one in grades.values()]
    number = {pk: place for place, pk in enumerate(sorted(campuses, key=str), 1)}
    taken: set[str] = set()
    for where in sorted(there, key=lambda one: (grades[one[0]].order, grades[one[0]].name, number.get(one[1], 0))):
        grade, campus = grades[where[0]], where[1]
        stage, step = stage_of(grade.name, grade.order, school=school.name, names=names)
        key = f"{stage[:10]}-{step}" + (f"-c{number[campus]}" if campus else "")
        while key in taken:  # two grades of the same place, as 2025级 and 2026级 without an order
            key += "x"
        taken.add(key)
        yield GradeSums(
            key=key,
            name=grade.name[:20],
            stage=stage,
            campus=campuses.get(campus, "")[:40],
            counts={key: counts[where][key] for key in OF_GRADES},
            cells=cells.get(where, {}),
        )


def _indicators(school_id: int, span: Span) -> Iterable[IndicatorSums]:
    """Yield the regional indicators of the surveys closed in the school year, of each source the latest, as far as the
    school itself may see them.
    """
    closed = Survey.objects.of(school_id).filter(state=Survey.State.CLOSED, closed_at__range=(span.dawn, span.night))
    surveys = list(closed.select_related("term").order_by("-closed_at", "id"))
    figures = SurveyFigure.objects.of(school_id).filter(survey__in=[one.pk for one in surveys], place_kind="school")
    known = {(one.survey_id, one.question): one for one in figures}
    seen: set[tuple[str, str]] = set()
    for survey in surveys:
        for question in standing(survey):
            share = share_of(survey, question, known.get((survey.pk, question.key)))
            name = question.indicator, survey.source
            if share is None or name in seen or question.indicator not in INDICATORS:
                continue
            seen.add(name)
            yield IndicatorSums(
                key=question.indicator,
                source=survey.source,
                term=survey.term.name,
                yes=share.yes,
                answers=share.n,
                asked=max(survey.asked, share.n),
            )
