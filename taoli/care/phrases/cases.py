"""What stands on the buttons and pages of a case's moves, who reads a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


@dataclass(frozen=True, slots=True)
class MoveWords:
    """A move: its button, what happens then, what is said afterwards, the icon."""

    verb: Any
    lead: Any
    done: Any
    icon: str = "check"


MOVE_WORDS: Mapping[str, MoveWords] = {
    "take_on": MoveWords(
        gettext_lazy("Take it on"),
        gettext_lazy("The student gets key attention from today, with a leader and a day for the next look."),
        gettext_lazy("Taken on. The leader and whoever raised it have been told."),
        "user-check",
    ),
    "decline": MoveWords(
        gettext_lazy("Do not take it on"),
        gettext_lazy("The worry stays noted and can be taken up again."),
        gettext_lazy("Noted. Whoever raised it has been told."),
        "x",
    ),
    "climb": MoveWords(
        gettext_lazy("Pass on to the next level"),
        gettext_lazy("The next level decides or answers; you keep seeing the case."),
        gettext_lazy("Passed on. Whoever decides there has been told."),
        "arrow-right",
    ),
    "answer": MoveWords(
        gettext_lazy("Answer and pass back"),
        gettext_lazy("The case goes back one level with your answer."),
        gettext_lazy("Answered. The level below has been told."),
        "arrow-back-up",
    ),
    "plan": MoveWords(gettext_lazy("Add a measure"), "", "", "plus"),
    "review": MoveWords(
        gettext_lazy("Say how it stands"),
        gettext_lazy("How does it stand, and when is the next look?"),
        gettext_lazy("Noted. Whoever takes part has been told that it has gone on."),
        "eye",
    ),
    "hand_on": MoveWords(
        gettext_lazy("Name another leader"),
        gettext_lazy("The new leader reads the whole case from now on."),
        gettext_lazy("Handed on. The new leader has been told."),
        "switch-horizontal",
    ),
    "close": MoveWords(
        gettext_lazy("Close with an outcome"),
        gettext_lazy("A case is closed by saying what came of it."),
        gettext_lazy("Closed. Everybody who raised it can read the outcome."),
        "check",
    ),
    "reopen": MoveWords(
        gettext_lazy("Take the case up again"),
        gettext_lazy("The same case goes on, with all its steps."),
        gettext_lazy("Taken up again. Whoever takes part has been told."),
        "refresh",
    ),
}

SHOWN: Mapping[str, Any] = {
    "": gettext_lazy("Running"),
    "raised": gettext_lazy("To be decided"),
    "due": gettext_lazy("To be looked at"),
    "leaderless": gettext_lazy("With nobody"),
    "mine": gettext_lazy("Led by me"),
    "past": gettext_lazy("Over"),
}


def readers_words(mentor: str, leader: str) -> str:
    """Say who reads the words of a case."""
    people = [
        _("the mentor %(name)s") % {"name": mentor} if mentor else _("the mentor"),
        _("the homeroom teacher"),
        _("the grade lead"),
        _("the moral office and the principal"),
        _("the leader %(name)s") % {"name": leader} if leader else _("whoever leads the case"),
    ]
    return _(", ").join(people)
