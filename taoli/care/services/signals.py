"""Letting the rules look, and what people do with what they say."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from taoli.care.models import SIGNAL_MOVES, Signal, SignalSettings
from taoli.care.permissions.signals import SIGNAL_RULES
from taoli.care.queries.signal_facts import NUMBERS, sensitivity_of, settings_of, signal_facts
from taoli.care.queries.signals import get_signal
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.signals import Finding, Rule, Sensitivity, findings, window

State = Signal.State
CHUNK = 500
MOST = 52
Key = tuple[uuid.UUID, str]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many signals are new, how many are over by themselves, how many are open now."""

    new: int
    lapsed: int
    open: int


def refresh_signals(*, by: Actor) -> Refreshed:
    """Let the rules look at the whole school: reckoned outside the transaction, written at once."""
    school, today = by.school_id, clock.today()
    said = sensitivity_of(settings_of(school))
    spoken = {_key(found): found for found in findings(signal_facts(school, said, today), said, today)}
    with change(by=by, action="signal.refresh") as note:
        rows = Signal.objects.of(school)
        standing = {
            (one.student_id, one.rule): one for one in rows.filter(state=State.OPEN).select_for_update(of=("self",))
        }
        over = [one.pk for key, one in standing.items() if key not in spoken]
        for start in range(0, len(over), CHUNK):
            rows.filter(pk__in=over[start : start + CHUNK]).update(state=State.LAPSED, closed_at=clock.now())
        _renew(school, standing, spoken)
        quiet = _quiet(school, said, today)
        new = [
            _signal(school, key, one, today) for key, one in spoken.items() if key not in standing and key not in quiet
        ]
        Signal.objects.bulk_create(new, batch_size=CHUNK, ignore_conflicts=True)
        SignalSettings.objects.update_or_create(school_id=school, defaults={"refreshed_at": clock.now()})
        done = Refreshed(len(new), len(over), len(standing) - len(over) + len(new))
        note.data = {"new": done.new, "lapsed": done.lapsed}
    return done


def _key(found: Finding) -> Key:
    assert isinstance(found.key, uuid.UUID)  # signal_facts names students by their ids
    return found.key, found.rule.value


def refresh_daily(*, by: Actor) -> Refreshed | None:
    """Let the rules look once a day, however often the timer rings; None when they have looked today."""
    looked = settings_of(by.school_id).refreshed_at
    if looked is not None and localtime(looked).date() >= clock.today():
        return None
    return refresh_signals(by=by)


def dismiss_signal(*, by: Actor, pk: uuid.UUID, reason: str) -> Signal:
    """Set a signal aside with a reason; TaoliError without one. The reason is a line, not a note on the child."""
    said = " ".join(reason.split())
    if not said:
        raise TaoliError(_("Please say in a few words why it can be set aside."))
    return _close(by, pk, State.DISMISSED, said[:100])


def use_signal(*, by: Actor, pk: uuid.UUID) -> Signal:
    """Say that a signal was useful: somebody has talked with the student or raised a worry."""
    return _close(by, pk, State.USED, "")


def set_sensitivity(*, by: Actor, edit: int, numbers: Mapping[str, Any], rules: Collection[str]) -> SignalSettings:
    """Change how soon the rules speak, and which do. ConflictError: somebody else changed it meanwhile."""
    if not SIGNAL_RULES.may(by, "edit"):
        raise TaoliError(_("You cannot change how soon the rules speak."))
    with change(by=by, action="signal.set") as note:
        row, _made = SignalSettings.objects.select_for_update().get_or_create(school_id=by.school_id)
        if row.edit != edit:
            raise ConflictError(_("The settings have been changed meanwhile. Please look again."))
        for name in NUMBERS:
            setattr(row, name, _number(numbers[name]))
        row.off = sorted(rule.value for rule in Rule if rule.value not in rules)
        row.edit += 1
        row.save()
        note.data = {"off": row.off}
    return row


def _number(value: Any) -> Any:
    if not 1 <= value <= MOST:
        raise TaoliError(_("Each number lies between 1 and %(most)s.") % {"most": MOST})
    return value


def _close(by: Actor, pk: uuid.UUID, state: State, reason: str) -> Signal:
    get_signal(by, pk)
    with change(by=by, action=f"signal.{state.value}", object_id=pk):
        row = Signal.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=pk)
        if state not in SIGNAL_MOVES[State(row.state)]:
            raise ConflictError(_("Somebody has answered this already. Please look again."))
        row.state, row.reason, row.closed_at, row.closed_by_id = state, reason, clock.now(), by.person_id
        row.save(update_fields=["state", "reason", "closed_at", "closed_by"])
    return row


def _quiet(school: int, said: Sensitivity, today: dt.date) -> set[Key]:
    """Return of whom each rule has spoken within its window."""
    found: set[Key] = set()
    for rule in Rule:
        since = today - dt.timedelta(days=window(rule, said))
        rows = Signal.objects.of(school).filter(rule=rule.value, fired_on__gt=since)
        found |= {(student, rule.value) for student in rows.values_list("student_id", flat=True)}
    return found


def _renew(school: int, standing: Mapping[Key, Signal], spoken: Mapping[Key, Finding]) -> None:
    """Bring the numbers of what is still open up to date."""
    changed = []
    for key, row in standing.items():
        if key in spoken and row.facts != dict(spoken[key].facts):
            row.facts = dict(spoken[key].facts)
            changed.append(row)
    Signal.objects.of(school).bulk_update(changed, ["facts"], batch_size=CHUNK)


def _signal(school: int, key: Key, found: Finding, today: dt.date) -> Signal:
    return Signal(school_id=school, student_id=key[0], rule=key[1], fired_on=today, facts=dict(found.facts))
