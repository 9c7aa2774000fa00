"""The map of a class."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.guidance.phrases import ago, full_date
from taoli.home.phrases import VIEWS, class_sentence, tile_words
from taoli.home.queries.class_map import ClassMap, get_class_map


@page(permission=("home.class_map", "view"))
def class_map(request: Request) -> HttpResponse:
    """Show who was last with whom: as a map, as a table, or names only for a projector."""
    found = get_class_map(request.actor, request.GET.get("class", ""))
    wanted = request.GET.get("view", "")
    view = wanted if wanted in VIEWS else "map"
    context = {
        "map": found,
        "view": view,
        "views": [{"key": key, "label": label, "active": key == view} for key, label in VIEWS.items()],
        "rooms": [(str(room.pk), room.name) for room in found.rooms] if found else [],
        "tiles": _tiles(found) if found else [],
        "sentence": class_sentence(len(found.tiles), [one.name for one in found.without]) if found else "",
        "without": found.without if found else [],
        "lists": opens(request.actor, "care:agenda"),
        "grade_map": opens(request.actor, "home:grade_map"),
        "week": opens(request.actor, "home:digest"),
        "tells": opens(request.actor, "guidance:student_timeline"),
    }
    return render(request, "home/class_map.html", context)


def _tiles(found: ClassMap) -> list[dict[str, object]]:
    return [
        {
            "student": one.student,
            "tone": one.tone(found.day),
            "who": tile_words(one.by, (found.day - one.last).days) if one.last else "",
            "ago": ago(one.last, found.day) if one.last else "",
            "day": full_date(one.last) if one.last else "",
            "by": one.by,
            "mine": one.mine,
        }
        for one in found.tiles
    ]
