"""Which papers a student may write now: what the scheme asks, in its words, and until when."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from taoli.common import clock
from taoli.engine.calendar import periods
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.vocabulary import Actor as Who
from taoli.guidance.models import StudentPaper
from taoli.guidance.phrases import Question, short_date, usual_questions
from taoli.roster.models import Student, Term
from taoli.roster.queries.calendar import calendar_facts, term_at, term_facts, term_key, terms
from taoli.schemes.queries import published, rules

Kind = StudentPaper.Kind
# The scheme's kind of record that a paper is; for a self-evaluation its vocabulary has the student's reflection.
ACT_KINDS = {Kind.REFLECTION: "reflection", Kind.REPORT: "student_report", Kind.SELF_EVALUATION: "reflection"}
# Forms that a scheme lets students fill in: their columns are the questions.
FORMS = {Kind.REFLECTION: "mentee_record", Kind.SELF_EVALUATION: "self_evaluation", Kind.REPORT: "student_report"}
OPENS = dt.timedelta(days=28)  # a term's last weeks, in which students look back at it
AFTER = dt.timedelta(days=28)  # and so long after it, what was forgotten may still be handed in, as late
WINDOWS = 3  # the fortnight of today and the two before


@dataclass(frozen=True, slots=True)
class Window:
    """A period for which a paper may be handed in."""

    key: str
    starts: dt.date
    due: dt.date
    late: bool

    @property
    def words(self) -> str:
        """The period in words."""
        return f"{short_date(self.starts)}–{short_date(self.due)}"


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of paper that may be written now; `windows` empty: at any time. `clause`: where the scheme asks for it."""

    kind: str
    label: str
    questions: tuple[Question, ...]
    windows: tuple[Window, ...] = ()
    clause: str = ""

    @property
    def due(self) -> Window | None:
        """The period of today, if it is still open."""
        return next((one for one in self.windows if not one.late), None)


def offers(school_id: int, student: Student, on: dt.date | None = None, *, all_windows: bool = False) -> list[Offer]:
    """Return the papers a student may write on a day: reflections always, reports where the scheme asks for them,
    a self-evaluation in the last weeks of the term. Periods handed in already are left out unless `all_windows`.
    """
    day = on or clock.today()
    found, term = _scheme(school_id, day), term_at(terms(school_id), day)
    rows = StudentPaper.objects.of(school_id).filter(student=student, state=StudentPaper.State.SUBMITTED)
    done = set() if all_windows else set(rows.exclude(period="").values_list("kind", "period"))
    offered = [_offer(found, Kind.REFLECTION, ())]
    if found and term and (duty := _duty(found, Kind.REPORT)):
        windows = _fortnights(school_id, found, duty, term, day)
        offered.append(_offer(found, Kind.REPORT, _open(windows, Kind.REPORT, done)))
    if term and term.ends - OPENS <= day <= term.ends + AFTER:
        window = Window(term_key(term.starts), term.starts, term.ends, late=day > term.ends)
        offered.append(_offer(found, Kind.SELF_EVALUATION, _open([window], Kind.SELF_EVALUATION, done)))
    return [one for one in offered if one.windows or one.kind == Kind.REFLECTION]


def questions_of(school_id: int, kind: str) -> list[Question]:
    """Return what is asked on a kind of paper, in the scheme's words where it has them."""
    return _questions(_scheme(school_id, clock.today()), kind)


def asks_reports(school_id: int) -> bool:
    """Say whether the scheme in force has students report."""
    found = _scheme(school_id, clock.today())
    return found is not None and _duty(found, Kind.REPORT) is not None


def _open(windows: list[Window], kind: str, done: Collection[tuple[str, str]]) -> tuple[Window, ...]:
    return tuple(one for one in windows if (kind, one.key) not in done)


def _fortnights(school_id: int, scheme: Scheme, duty: Duty, term: Term, day: dt.date) -> list[Window]:
    known = periods(calendar_facts(school_id, term), term_facts(term), duty.per.value, scheme.cycle)
    begun = [one for one in known if one.starts <= day][-WINDOWS:]
    return [Window(one.key, one.starts, one.ends, late=one.ends < day) for one in reversed(begun)]


def _offer(scheme: Scheme | None, kind: str, windows: tuple[Window, ...]) -> Offer:
    duty = _duty(scheme, kind) if scheme else None
    return Offer(
        kind=kind,
        label=str(Kind(kind).label),
        questions=tuple(_questions(scheme, kind)),
        windows=windows,
        clause=duty.clause_of("times").ref if duty else "",
    )


def _questions(scheme: Scheme | None, kind: str) -> list[Question]:
    for form in scheme.forms if scheme else ():
        if form.key == FORMS[Kind(kind)] and form.filled_by == Who.STUDENT and form.columns:
            return [Question(column) for column in form.columns]
    return usual_questions(kind)


def _duty(scheme: Scheme, kind: str) -> Duty | None:
    wanted = ACT_KINDS[Kind(kind)]
    owed = (duty for duty in scheme.duties if duty.who == Who.STUDENT and duty.recorded)
    return next((duty for duty in owed if wanted in {one.value for one in duty.kinds}), None)


def _scheme(school_id: int, day: dt.date) -> Scheme | None:
    version = published(school_id, day) or published(school_id)
    return rules(version) if version else None
