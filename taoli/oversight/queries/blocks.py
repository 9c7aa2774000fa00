"""The overview, block by block: one list for the page, the table, the workbook and the paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from taoli.engine.release import LIMIT, Part, share
from taoli.engine.survey import wilson
from taoli.evaluation.models import SurveyBatch
from taoli.evaluation.phrases import indicator_name
from taoli.oversight.phrases.telling import told
from taoli.oversight.queries.released import SURVEY, TALLIES, indicator_measure
from taoli.oversight.queries.tellings import Line, Told, lines

VISITS = ("families_home", "families_school", "families_elsewhere", "families_video", "families_declined")
CASES = ("cases_open", "cases_reviewed", "cases_closed")
CELLS = ("met_talk", "met_contact", "met_visit", "met_group", "met_other")
MEETINGS = ("class_conferences", "consultations", "principal_meetings", "parent_lectures", "mentor_lectures")


@dataclass(frozen=True, slots=True)
class Block:
    """Figures that belong together; `help` says what they are and what they are not."""

    key: str
    title: Any
    help: Any
    lines: list[Line]
    chart: bool = True


def blocks(told_now: Told) -> list[Block]:
    """Return the blocks of a place that have something to tell, in the order of the page."""
    people, done = told_now.line, told_now.deed
    found = [
        Block(
            "coverage",
            _("Everybody has somebody"),
            _("Students who have no mentor yet, mentors who have no students."),
            lines(map(people, ("without_mentor", "mentors_without", "students", "mentors"))),
        ),
        Block(
            "held",
            _("Requirements held this term"),
            _("Met of due, by the kind of record that meets them; each school by its own scheme."),
            lines(map(told_now.held, CELLS)),
        ),
        Block(
            "visits",
            _("Home visits this school year"),
            _("Families, as shares of the students. A visit at home stands alone; other ways are never added to it."),
            lines(map(people, VISITS)),
        ),
        Block(
            "meetings",
            _("Conferences and lectures this term"),
            _("How many were held."),
            lines(map(done, MEETINGS)),
            chart=False,
        ),
        Block(
            "cases",
            _("Key attention"),
            _("Students by the state of their case. Nobody's name comes here."),
            lines(map(people, CASES)),
        ),
        Block(
            "training",
            _("Training this term"),
            _("Mentors who took part, and the hours of all together."),
            lines((people("mentors_trained"), done("trainings"), done("training_hours"))),
        ),
        Block(
            "survey",
            _("What people say"),
            _("Shares of yes with the range in which chance alone may move them."),
            survey(told_now),
        ),
        Block(
            "handover",
            _("Packages for the next school"),
            _("Sent this school year, and those whose receipt has not come."),
            _handover(told_now),
        ),
    ]
    return [one for one in found if one.lines]


def survey(told_now: Told, nodes: Sequence[str] = ()) -> list[Line]:
    """Return the indicators: the share of yes, Wilson's interval around the ends of what is told, and how many
    answered. Where fewer than ten may have answered nothing is said.
    """
    keys = sorted({tuple(key.split(".")[1:3]) for key in told_now.people if key.startswith(SURVEY)})
    return lines(_indicator(told_now, source, key, nodes) for source, key in keys)


def _indicator(told_now: Told, source: str, key: str, nodes: Sequence[str]) -> Line | None:
    yes, answers, asked = (told_now.figure(indicator_measure(source, key, one), nodes) for one in TALLIES)
    if yes is None or answers is None or asked is None or answers.low < LIMIT:
        return None
    part = share(yes, answers)
    assert part is not None
    n, population = answers.low, max(asked.high, answers.high)
    low = wilson(round(part.low * n), n, population).low
    high = wilson(round(part.high * n), n, population).high
    label = f"{indicator_name(key)} · {_who(source)}"
    about = f"{indicator_measure(source, key, 'answers')}@{','.join(nodes) or told_now.scope.key}"
    return Line(label, told(answers), "", answers, Part(low, high), about)


def _who(source: str) -> str:
    """Who answered, in words; a source of a later version as it is."""
    return str(dict(SurveyBatch.Source.choices).get(source, source))


def _handover(told_now: Told) -> list[Line]:
    sent = told_now.figure("packages_sent")
    return lines(map(told_now.line, ("packages_sent", "receipts_lacking"))) if sent and sent.low else []
