"""What is noted about one student."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.categories import facts_about, get_child
from taoli.common.pages import Request, opens, page


@page(permission=("care.category_child", "view"))
def category_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the facts about a student as far as each kind is seen; every opening is logged."""
    student = get_child(request.actor, pk)
    context = {
        "student": student,
        "facts": facts_about(request.actor, student),
        "enters": opens(request.actor, "care:category_edit"),
    }
    return render(request, "care/category_list.html", context)
