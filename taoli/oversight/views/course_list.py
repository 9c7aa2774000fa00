"""Courses of the bureau, and their sessions day by day."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.courses import courses, session_days


@page(permission=("oversight.course", "view"))
def course_list(request: Request) -> HttpResponse:
    """List both."""
    context = {"courses": courses(request.actor), "days": session_days(request.actor)}
    return render(request, "oversight/course_list.html", context)
