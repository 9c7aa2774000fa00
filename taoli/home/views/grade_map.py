"""The classes of a grade side by side."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, opens, page
from taoli.home.phrases import TONES, class_sentence, tile_words
from taoli.home.queries.maps import RoomMap, grade_rooms, grades_of, maps


@page(permission=("home.grade_map", "view"))
def grade_map(request: Request) -> HttpResponse:
    """Show for each class of a grade which adult last reached whom; names only for a projector."""
    grades = grades_of(request.actor)
    wanted = request.GET.get("grade", "")
    grade = next((one for one in grades if str(one.pk) == wanted), grades[0] if grades and not wanted else None)
    if grade is None and wanted:
        raise Http404
    names = request.GET.get("view") == "names"
    context = {
        "grade": grade,
        "grades": [(str(one.pk), one.name) for one in grades],
        "names": names,
        "rooms": [_room(one) for one in maps(request.actor, grade_rooms(request.actor, grade))] if grade else [],
        "tells": opens(request.actor, "guidance:student_timeline") and not names,
    }
    return render(request, "home/grade_map.html", context)


def _room(one: RoomMap) -> dict[str, object]:
    day = clock.today()
    tones = one.tones(day)
    return {
        "room": one.room,
        "sentence": class_sentence(len(one.tiles), [student.name for student in one.without(day)]),
        "tones": [{"label": label, "count": tones.get(key, 0)} for key, label in TONES.items()],
        "tiles": [
            {
                "student": tile.student,
                "tone": tile.tone(day),
                "who": tile_words(tile.by, (day - tile.last).days) if tile.last else "",
            }
            for tile in one.tiles
        ],
    }
