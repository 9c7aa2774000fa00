"""One joint meeting as a calendar file."""

import uuid

from django.http import HttpResponse

from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.meetings import calendar_file, get_meeting


@page(permission=("neighbourhood.joint", "view"), kind="file")
def joint_ics(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Send it."""
    text = calendar_file(get_meeting(request.actor, pk))
    header = {"Content-Disposition": 'attachment; filename="meeting.ics"'}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=header)
