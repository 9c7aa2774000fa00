"""Write a course, or change one."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.oversight.forms.courses import CourseForm
from taoli.oversight.queries.courses import get_course
from taoli.oversight.services.courses import keep_course


@page(permission=("oversight.course", "edit"), methods=("GET", "POST"))
def course_edit(request: Request) -> HttpResponse:
    """Take what it is; `?course=`: one to be changed."""
    asked = request.GET.get("course", "")
    course = get_course(request.actor, id_of(asked) or uuid.UUID(int=0)) if asked else None
    form = CourseForm(request.POST or None, course=course)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            pk, edit = course.pk if course else None, form.cleaned_data["edit"] or 0
            keep_course(by=request.actor, facts=form.facts(), pk=pk, edit=edit)
            return reverse("oversight:course_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "course": course, "op": request.POST.get("op", "")}
    return render(request, "oversight/course_edit.html", context)
