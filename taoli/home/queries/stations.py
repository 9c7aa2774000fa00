"""The school year as a strip of stations, told from facts. Pure."""

import datetime as dt
from dataclasses import dataclass, replace

from taoli.common.policy import Role
from taoli.home.queries.desk import Facts
from taoli.matching.models import ChoiceRound

DONE, NOW, NEXT = "done", "now", "next"
GAP = dt.timedelta(days=14)
FROM_END = dt.timedelta(days=21)  # feedback and appraisal belong to the last three weeks


@dataclass(frozen=True, slots=True)
class Station:
    """One station: its key, where it stands, a day if it has one, what it waits for, the page of its one button."""

    key: str
    state: str
    day: dt.date | None = None
    count: int = 0
    text: str = ""
    page: str = ""
    waits: Role | None = None


def stations(facts: Facts) -> list[Station]:
    """Return the year in its order; what runs now says for whom it waits."""
    ends = facts.term.ends
    found = [
        _when(bool(facts.students), "roster", page="roster:student_list", count=facts.students),
        _when(bool(facts.taught), "teaching", page="roster:class_list", count=facts.taught),
        _scheme(facts),
        _pairing(facts),
        _first_meeting(facts),
        _exam(facts),
        Station("home_visits", NEXT, day=ends + dt.timedelta(days=1)),
        _parents(facts),
        _feedback(facts),
        _appraisal(facts),
        Station("handover", NEXT, page="handover:year_list"),
    ]
    return [replace(one, waits=_waits(one)) if one.state == NOW else one for one in found]


def _waits(one: Station) -> Role:
    """Return who has the next move of a station that runs now."""
    return Role.ASSESSOR if (one.key, one.text) == ("appraisal", "draft") else Role.MORAL_OFFICE


def _parents(facts: Facts) -> Station:
    day = facts.parents
    if day is None:
        return Station("parents", NEXT, text="missing", page="roster:calendar_import")
    state = DONE if day < facts.day else NOW if day - facts.day <= GAP else NEXT
    return Station("parents", state, day=day, page="schemes:calendar_show")


def _when(done: bool, key: str, *, page: str, count: int) -> Station:  # noqa: FBT001 a plain yes or no
    return Station(key, DONE if done else NOW, count=count, page=page)


def _scheme(facts: Facts) -> Station:
    if facts.scheme is not None:
        return Station("scheme", DONE, day=facts.scheme.in_force_from, page="schemes:scheme_show")
    page = "schemes:scheme_show" if facts.draft else "schemes:preset_list"
    return Station("scheme", NOW if facts.students else NEXT, text="draft" if facts.draft else "", page=page)


def _pairing(facts: Facts) -> Station:
    choice = facts.choice
    if choice is not None and choice.state == ChoiceRound.State.PUBLISHED:
        state = DONE if facts.alone == 0 else NOW
        return Station("pairing", state, count=facts.students - facts.alone, text="paired", page="matching:round_list")
    if choice is None:
        return Station("pairing", NOW if facts.scheme else NEXT, page="matching:round_list")
    if choice.state == ChoiceRound.State.DRAFTED:
        return Station("pairing", NOW, text="drafted", page="matching:round_list")
    missing = facts.students - facts.wishing if facts.wishing else 0
    return Station(
        "pairing", NOW, count=missing, text="choosing" if facts.wishing else "open", page="matching:round_list"
    )


def _first_meeting(facts: Facts) -> Station:
    meeting = next((step for step in facts.steps if step.kind == "first_meeting"), None)
    if meeting is None:
        return Station("first_meeting", NEXT)
    published = facts.choice is not None and facts.choice.state == ChoiceRound.State.PUBLISHED
    state = DONE if meeting.state == "done" else NOW if published else NEXT
    return Station("first_meeting", state, page="matching:round_list" if published else "")


def _exam(facts: Facts) -> Station:
    exams = _first_run(facts.exams)
    if not exams:
        return Station("exam", NEXT, text="missing", page="roster:calendar_import")
    state = DONE if exams[-1] < facts.day else NOW if exams[0] <= facts.day else NEXT
    return Station("exam", state, day=exams[0], page="home:coverage" if state == DONE else "")


def _first_run(days: list[dt.date]) -> list[dt.date]:
    """Return the exam days before the first long gap: the mid-term, not the exams at the end of the term."""
    end = next((place for place, day in enumerate(days[1:], 1) if day - days[place - 1] > GAP), len(days))
    return days[:end]


def _feedback(facts: Facts) -> Station:
    opens = facts.term.ends - FROM_END
    state = DONE if facts.surveys > 1 else NOW if facts.day >= opens or facts.surveys else NEXT
    return Station("feedback", state, day=opens, count=facts.surveys, page="evaluation:survey_list")


def _appraisal(facts: Facts) -> Station:
    run = facts.appraisal
    state = DONE if run and run.published_at else NOW if run or facts.day >= facts.term.ends - FROM_END else NEXT
    return Station("appraisal", state, day=facts.term.ends, text=run.state if run else "", page="documents:term_end")
