"""The allowance of a term as rows for payroll, and what mentors did, for the office."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count

from taoli.care.models import Attendance
from taoli.common import clock
from taoli.duties.models import Act
from taoli.engine.load import Deal, Minutes, load_of
from taoli.engine.scheme import LOCAL, Allowance, Clause
from taoli.engine.scheme.vocabulary import AllowanceKind, Kind
from taoli.engine.scoring import allowance_of
from taoli.evaluation.models import AllowanceSetting, AppraisalRun, AppraisalSheet
from taoli.evaluation.phrases import allowance_sentence
from taoli.matching.queries.pairings import live_pairings
from taoli.roster.models import Staff, Term
from taoli.schemes.queries import of_term, rules

MINUTES = 60
KNOWN = frozenset(kind.value for kind in Kind)


@dataclass(frozen=True, slots=True)
class Payment:
    """One mentor's line: `factor` 1 where the points do not count; it and `amount` None while the total waits."""

    mentor: Staff
    students: int
    groups: int
    factor: float | None
    amount: float | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Work:
    """What one mentor did in a term; `kinds` counts occasions, `hours` is an estimate, `planned` minutes a week."""

    mentor: Staff
    students: int
    groups: int
    classes: int
    kinds: dict[str, int]
    hours: float
    planned: int
    conferences: int


def setting_of(school_id: int, term: Term) -> AllowanceSetting | None:
    """Return the school's own allowance of a term, or None."""
    return AllowanceSetting.objects.of(school_id).filter(term=term).first()


def scheme_allowance(school_id: int, term: Term) -> Allowance | None:
    """Return the allowance of the scheme in force at the term's end (today, inside it), or None."""
    version = of_term(school_id, term.starts, min(max(clock.today(), term.starts), term.ends))
    appraisal = rules(version).appraisal if version else None
    return appraisal.allowance if appraisal else None


def allowance_in_force(school_id: int, term: Term) -> Allowance | None:
    """Return what holds: the scheme's allowance where it names an amount, else the school's own; None without either.

    The scheme's kind and factor go before the school's: only its missing amount is filled in.
    """
    scheme, own = scheme_allowance(school_id, term), setting_of(school_id, term)
    if scheme is not None and scheme.amount is not None:
        return scheme
    if own is None:
        return scheme
    if scheme is not None:
        return scheme.model_copy(update={"amount": float(own.amount)})
    kind, amount = AllowanceKind(own.kind), float(own.amount)
    return Allowance(kind=kind, amount=amount, times_factor=own.times_factor, clause=LOCAL)


def clause_of(school_id: int, term: Term) -> Clause | None:
    """Return the clause of the scheme's allowance, or None."""
    found = scheme_allowance(school_id, term)
    return found.clause if found else None


def payments(school_id: int, term: Term, allowance: Allowance) -> list[Payment]:
    """Return everybody who mentors in the term, by staff number; the factor comes from the published sheet."""
    deals = _deals(school_id, term)
    sheets = AppraisalSheet.objects.of(school_id).filter(run__term=term, run__state=AppraisalRun.State.PUBLISHED)
    shares = {
        one.mentor_id: one.total / one.full
        for one in sheets.only("mentor_id", "total", "full")
        if one.total is not None and one.full
    }
    people = Staff.objects.of(school_id).filter(pk__in=list(deals)).order_by("number", "id")
    return [_payment(allowance, one, deals[one.pk], shares.get(one.pk)) for one in people]


def works(school_id: int, term: Term) -> list[Work]:
    """Return what every mentor of the term did, by staff number."""
    deals = _deals(school_id, term)
    version = of_term(school_id, term.starts, min(max(clock.today(), term.starts), term.ends))
    scheme = rules(version) if version else None
    kinds, minutes = _done(school_id, term)
    sat_in = _sat_in(school_id, term.starts, term.ends)
    found = []
    for one in Staff.objects.of(school_id).filter(pk__in=list(deals)).order_by("number", "id"):
        deal = deals[one.pk]
        planned = round(load_of(scheme, deal).minutes) if scheme else 0
        found.append(
            Work(
                mentor=one,
                students=int(deal.students),
                groups=int(deal.groups),
                classes=int(deal.classes),
                kinds=dict(kinds.get(one.pk, {})),
                hours=round(minutes.get(one.pk, 0) / MINUTES, 1),
                planned=planned,
                conferences=sat_in.get(one.pk, 0),
            )
        )
    return found


def _payment(allowance: Allowance, mentor: Staff, deal: Deal, share: float | None) -> Payment:
    students, groups = int(deal.students), int(deal.groups)
    factor = share if allowance.times_factor else 1.0
    amount = None if factor is None else allowance_of(allowance, students, groups, factor)
    words = allowance_sentence(allowance, students, groups, share, amount)
    return Payment(mentor, students, groups, factor, amount, words)


def _deals(school_id: int, term: Term) -> dict[uuid.UUID, Deal]:
    """Whom each mentor has today, or on the last day of a term that is over."""
    rows = live_pairings(school_id, min(max(clock.today(), term.starts), term.ends))
    students: Counter[uuid.UUID] = Counter(row.mentor_id for row in rows)
    groups: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    classes: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for row in rows:
        groups[row.mentor_id].add(row.group_id or row.school_class_id)
        classes[row.mentor_id].add(row.school_class_id)
    return {one: Deal(n, classes=len(classes[one]), groups=len(groups[one])) for one, n in students.items()}


def _done(school_id: int, term: Term) -> tuple[dict[uuid.UUID, Counter[str]], dict[uuid.UUID, float]]:
    """Occasions of each mentor by kind, and their minutes: as noted, else as the load reckons with."""
    usual = Minutes()
    kinds: dict[uuid.UUID, Counter[str]] = defaultdict(Counter)
    minutes: dict[uuid.UUID, float] = defaultdict(float)
    rows = Act.objects.of(school_id).filter(held_on__range=(term.starts, term.ends), made=True)
    grouped = rows.values("mentor_id", "kind", "minutes").annotate(n=Count("occasion", distinct=True)).order_by()
    for row in grouped:
        kinds[row["mentor_id"]][row["kind"]] += row["n"]
        known = row["kind"] in KNOWN
        each = row["minutes"] if row["minutes"] is not None else usual.of(Kind(row["kind"])) if known else 0
        minutes[row["mentor_id"]] += row["n"] * each
    return kinds, minutes


def _sat_in(school_id: int, starts: dt.date, ends: dt.date) -> dict[uuid.UUID, int]:
    rows = Attendance.objects.of(school_id).filter(
        state=Attendance.State.PRESENT, conference__held_on__range=(starts, ends)
    )
    return dict(rows.values("staff_id").annotate(n=Count("id")).order_by().values_list("staff_id", "n"))
