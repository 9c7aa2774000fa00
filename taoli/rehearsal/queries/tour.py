"""The short path through the story that a corner of every demo page offers."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

WALKED = "tour"  # session key: the steps of the tour that were opened


@dataclass(frozen=True)
class Step:
    """One station of the tour: through which door, to which page, what is there to see."""

    door: str
    page: str
    label: Any
    look: Any
    file: str = ""


TOUR = (
    Step(
        "moral_office",
        "roster:student_list",
        _("1 · The roster"),
        _("The moral office sees the whole school: classes, study groups, mentors. It came from one workbook."),
    ),
    Step(
        "moral_office",
        "schemes:scheme_show",
        _("2 · The scheme"),
        _("The scheme the school adopted: what it asks of each role, clause by clause."),
    ),
    Step(
        "small-student",
        "matching:wish_edit",
        _("3 · Wishes"),
        _("A student of the second school chooses up to three mentors."),
    ),
    Step(
        "small-moral_office",
        "matching:round_list",
        _("4 · Matching"),
        _("The office of the second school matches, looks at the draft, moves two students and publishes."),
    ),
    Step(
        "mentor",
        "home:today",
        _("5 · Today"),
        _("A mentor sees at most three next actions, each with its clause, and records a talk with three students."),
    ),
    Step(
        "homeroom_teacher",
        "home:class_map",
        _("6 · The class map"),
        _("The homeroom teacher sees which students some adult has been with this month."),
    ),
    Step(
        "moral_office",
        "evaluation:appraisal_show",
        _("7 · The appraisal"),
        _("The draft at the end of term: every point opens its evidence; the sheet downloads as Word."),
        "rehearsal:answers_download",
    ),
)


def steps(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the steps of the tour for the corner: label, address, whether it was opened."""
    walked = request.session.get(WALKED, [])
    return [
        {"label": step.label, "url": address("rehearsal:tour_show", place), "done": place in walked}
        for place, step in enumerate(TOUR, 1)
        if address("rehearsal:tour_show", place)
    ]


def address(name: str, *args: Any) -> str:
    """Return the address of a page, or an empty text while it has none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
