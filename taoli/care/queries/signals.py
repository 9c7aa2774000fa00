"""What the rules have said, to those whom it concerns."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from taoli.care.models import Signal, SignalSettings
from taoli.care.permissions.signals import SIGNAL, SIGNAL_RULES
from taoli.care.phrases.signals import looks_at, why
from taoli.care.queries.signal_facts import NUMBERS, settings_of
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.engine.signals import Rule
from taoli.roster.models import Student
from taoli.roster.permissions import stood_in_for
from taoli.roster.queries.calendar import current_term

FEW = 5  # fewer would tell of whom
State = Signal.State


@dataclass(frozen=True, slots=True)
class SignalRow:
    """A rule that spoke of a student, and why."""

    pk: uuid.UUID
    student_id: uuid.UUID
    name: str
    rule: str
    label: str
    fired_on: dt.date
    sentence: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """A student of whom rules spoke; `closes`: the reader may use or set aside."""

    student: Student
    closes: bool
    rows: list[SignalRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule spoke this term and what became of it; below FEW no number is given."""

    label: str
    sentence: str
    on: bool
    spoke: str
    useful: str
    aside: str


def open_signals(
    school_id: int,
    *,
    class_id: uuid.UUID | None = None,
    class_ids: Collection[uuid.UUID] | None = None,
    grade_id: uuid.UUID | None = None,
    student_ids: Collection[uuid.UUID] | None = None,
) -> list[SignalRow]:
    """Return what is open, by student, for an agenda; one query. A low mood is never in it: only the mentor sees it."""
    rows = Signal.objects.of(school_id).filter(state=State.OPEN, student__left_on=None).exclude(rule=Signal.Rule.MOOD)
    if class_id is not None:
        rows = rows.filter(student__school_class_id=class_id)
    if class_ids is not None:
        rows = rows.filter(student__school_class_id__in=class_ids)
    if grade_id is not None:
        rows = rows.filter(student__school_class__grade_id=grade_id)
    if student_ids is not None:
        rows = rows.filter(student_id__in=student_ids)
    return [_row(one) for one in _ordered(rows)]


def noticed(actor: Actor, rule: str = "") -> list[Noticed]:
    """Return the students of whom something is open within reach, newest signal first; two queries, no log yet."""
    rows = _seen(actor, "view").filter(state=State.OPEN, student__left_on=None)
    if rule in Signal.Rule.values:
        rows = rows.filter(rule=rule)
    rows = rows.select_related("student__school_class__grade")
    closing = set(_seen(actor, "dismiss").filter(state=State.OPEN).values_list("pk", flat=True))
    found: dict[uuid.UUID, Noticed] = {}
    for one in rows.order_by("-fired_on", "student__sort_key", "student_id", "rule"):
        there = found.setdefault(one.student_id, Noticed(one.student, one.pk in closing))
        there.rows.append(_row(one))
    return list(found.values())


def log_noticed(actor: Actor, shown: Iterable[Noticed]) -> None:
    """Log the reading of what is about to be shown of students who are not one's own."""
    others = [one.student.pk for one in shown if one.student.mentor_id != actor.person_id]
    log_view(actor, "care.signal", others, page="care:signal_list")


def get_signal(actor: Actor, pk: uuid.UUID) -> Signal:
    """Return a signal that the actor may close; 404 for any other."""
    found = _seen(actor, "dismiss").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def rule_counts(school_id: int) -> list[RuleCount]:
    """Return how often each rule spoke this term and was useful; two queries and the term."""
    settings = settings_of(school_id)
    term = current_term(school_id)
    rows = Signal.objects.of(school_id)
    if term is not None:
        rows = rows.filter(fired_on__gte=term.starts)
    counted = Counter(rows.values_list("rule", "state"))
    numbers = {name: getattr(settings, name) for name in NUMBERS}
    return [_counted(rule, counted, settings, looks_at(rule, numbers)) for rule in Rule]


def rule_options() -> list[tuple[str, str]]:
    """Return the rules as choices of a filter."""
    return [(rule.value, str(rule.label)) for rule in Signal.Rule]


def sets_rules(actor: Actor) -> bool:
    """Say whether somebody may look at once and change how soon the rules speak."""
    return SIGNAL_RULES.may(actor, "edit")


def last_look(school_id: int) -> dt.datetime | None:
    """Return when the rules last looked."""
    return settings_of(school_id).refreshed_at


def _counted(rule: Rule, counted: Counter[tuple[str, str]], settings: SignalSettings, sentence: str) -> RuleCount:
    by_state = {state: counted[rule.value, state] for state in State.values}
    spoke = sum(by_state.values())
    few = str(_("fewer than five"))
    return RuleCount(
        label=str(Signal.Rule(rule.value).label),
        sentence=sentence,
        on=rule.value not in settings.off,
        spoke=str(spoke) if spoke >= FEW or not spoke else few,
        useful=str(by_state[State.USED]) if spoke >= FEW else "–",
        aside=str(by_state[State.DISMISSED]) if spoke >= FEW else "–",
    )


def _seen(actor: Actor, action: str) -> "QuerySet[Signal]":
    """Keep what the actor reaches; a low mood only of one's own students and of those one stands in for."""
    rows: QuerySet[Signal] = SIGNAL.within(Signal.objects.all(), actor, action)
    mine = Q(student__mentor_id=actor.person_id) | Q(
        student__mentor_id__in=stood_in_for(actor.school_id, actor.person_id)
    )
    return rows.filter(~Q(rule=Signal.Rule.MOOD) | mine)


def _ordered(rows: "QuerySet[Signal]") -> "QuerySet[Signal]":
    order = ("student__school_class__number", "student__sort_key", "student_id", "rule")
    return rows.select_related("student").order_by(*order)


def _row(one: Signal) -> SignalRow:
    return SignalRow(
        pk=one.pk,
        student_id=one.student_id,
        name=one.student.name,
        rule=one.rule,
        label=one.get_rule_display(),
        fired_on=one.fired_on,
        sentence=why(one.rule, one.facts),
    )
