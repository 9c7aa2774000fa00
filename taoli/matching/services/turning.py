"""What was arranged beforehand comes true on its day."""

from taoli.common.policy import Actor
from taoli.common.unit import unit_of_work
from taoli.matching.services.shifting import follow_dates
from taoli.roster.services.leaves import see_off
from taoli.roster.services.people import sync_all_roles


def turn_day(*, by: Actor) -> int:
    """Let the roster say what holds today: who has left, who leads a class, who mentors whom.

    Returns how many things changed; may be repeated at any time.
    """
    with unit_of_work():
        gone = see_off(by=by)
        given, ended = sync_all_roles(by=by)
        return gone + given + ended + follow_dates(by=by)
