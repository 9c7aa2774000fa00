"""What a reviewer and the publisher look at: what is open, what does not fit the term, who is told, from which day."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from taoli.common import clock
from taoli.engine.calendar import DAYS_OF_WEEK, monday
from taoli.engine.scheme import Change, OpenPoint, Problem, problems_in_term
from taoli.roster.queries.calendar import calendar_facts, current_term, term_facts
from taoli.schemes.models import SchemeVersion
from taoli.schemes.phrases import change_words, open_sentence, problem_sentence
from taoli.schemes.queries.reviews import loosened_problems
from taoli.schemes.queries.versions import own_clauses, printed, rules, since_last, to_type


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything to look at before publishing: `open` and `loosened` keep it back, `in_term` warns."""

    open: tuple[OpenPoint, ...]
    loosened: tuple[Problem, ...]
    in_term: tuple[Problem, ...]
    term_name: str
    last: SchemeVersion | None
    since_last: tuple[Change, ...]
    own: tuple[Change, ...]
    preset_key: str

    @property
    def other_text(self) -> bool:
        """Whether the version before came from another published text, so that the two are best seen side by side."""
        return self.last is not None and self.last.preset_key != self.preset_key

    @property
    def ready(self) -> bool:
        """Whether nothing keeps it from being published."""
        return not self.open and not self.loosened


def checked(version: SchemeVersion) -> Checked:
    """Return what there is to look at."""
    term = current_term(version.school_id)
    before = since_last(version)
    problems: tuple[Problem, ...] = ()
    if term is not None:
        problems = problems_in_term(rules(version), calendar_facts(version.school_id, term), term_facts(term))
    return Checked(
        open=to_type(version),
        loosened=loosened_problems(version),
        in_term=problems,
        term_name=term.name if term else "",
        last=before[0] if before else None,
        since_last=before[1] if before else (),
        own=own_clauses(version),
        preset_key=version.preset_key,
    )


def first_day(school_id: int) -> tuple[dt.date, bool]:
    """Return the day a version would be in force from: the term's first day while it has not begun, else next Monday;
    and whether that lies inside a term that has begun.
    """
    term, today = current_term(school_id), clock.today()
    if term is not None and term.starts > today:
        return term.starts, False
    return monday(today) + dt.timedelta(days=DAYS_OF_WEEK), term is not None


def said(version: SchemeVersion, found: Checked) -> dict[str, Any]:
    """Return what was checked, in words."""
    scheme, text = rules(version), printed(version)
    earlier = rules(found.last) if found.last else None
    return {
        "open": [open_sentence(scheme, point) for point in found.open],
        "loosened": [problem_sentence(scheme, problem) for problem in found.loosened],
        "in_term": [problem_sentence(scheme, problem) for problem in found.in_term],
        "since_last": [change_words(scheme, one, earlier) for one in found.since_last],
        "changes": [change_words(scheme, one, text) for one in found.own],
    }
