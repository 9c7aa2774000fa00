"""Whether a record is of the kind a duty asks for. Who, whom and when are the caller's to judge."""

from taoli.engine.facts import Act
from taoli.engine.scheme.duties import Duty


def why_not(duty: Duty, act: Act) -> str | None:
    """None when the act can fulfil the duty, else the code of the first reason against it: `other_kind`,
    `declined`, `not_reached`, `other_channel`, `too_short`, `not_one_to_one`, `not_planned`.
    """
    if act.kind not in duty.kinds:
        return "other_kind"
    if not act.made:
        return "declined" if act.refused else "not_reached"
    if duty.channels and act.channel not in duty.channels:
        return "other_channel"
    if duty.min_minutes is not None and (act.minutes is None or act.minutes < duty.min_minutes):
        return "too_short"
    if duty.one_to_one and not act.one_to_one:
        return "not_one_to_one"
    return "not_planned" if duty.planned_before and not act.planned else None
