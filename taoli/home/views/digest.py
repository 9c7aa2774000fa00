"""The week of those one leads."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, opens, page
from taoli.common.policy import Role
from taoli.engine.calendar import DAY, monday
from taoli.guidance.phrases import ago, short_date
from taoli.home.phrases import class_sentence, week_sentence
from taoli.home.queries.class_map import Tile
from taoli.home.queries.desk import may_need_relief
from taoli.home.queries.maps import RoomMap, led_only, maps, own_rooms
from taoli.home.queries.shell import term_of

MOST_RELIEF = 3


@page(permission=("home.digest", "view"))
def digest(request: Request) -> HttpResponse:
    """Show, class by class: how many any adult reached this week, who has no record this month, who waits."""
    today, term = clock.today(), term_of(request)
    rooms = maps(request.actor, own_rooms(request.actor))
    grade_lead = request.actor.holds(Role.GRADE_LEAD)
    context = {
        "week": f"{short_date(monday(today))} – {short_date(monday(today) + 6 * DAY)}",
        "rooms": [_room(one) for one in rooms],
        "relief": may_need_relief(led_only(request.actor), term)[:MOST_RELIEF] if term and grade_lead else [],
        "grade_lead": grade_lead,
        "tells": opens(request.actor, "guidance:student_timeline"),
    }
    return render(request, "home/digest.html", context)


def _room(one: RoomMap) -> dict[str, object]:
    today = clock.today()
    without = one.without(today)
    return {
        "room": one.room,
        "week": week_sentence(len(one.tiles), one.this_week(today)),
        "month": class_sentence(len(one.tiles), [student.name for student in without]),
        "without": without,
        "waiting": [_waiting(tile) for tile in one.waiting(today)],
    }


def _waiting(tile: Tile) -> dict[str, object]:
    return {"student": tile.student, "ago": ago(tile.last, clock.today()) if tile.last else "", "by": tile.by}
