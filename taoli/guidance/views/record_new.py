"""Write down what was done with one or several students."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once, operation_id
from taoli.common.ids import id_of, ids_of
from taoli.common.pages import Request, opens, page
from taoli.guidance.forms import RecordForm
from taoli.guidance.phrases import PRINTED, PROMPTS, WAYS
from taoli.guidance.queries.choices import asked_of_records, choices, readers
from taoli.guidance.queries.drafts import NEW, draft_key, kept
from taoli.guidance.queries.habits import daily_students, last_times, tiles_of
from taoli.guidance.queries.on_duty import duty_part
from taoli.guidance.queries.stories import saved
from taoli.guidance.services import hold_noted, record_submit


@page(permission=("guidance.student", "record"), methods=("GET", "POST"))
def record_new(request: Request) -> HttpResponse:
    """Offer my students, the ways and the scheme's guidances; `?students=…&kind=…` are chosen already."""
    linked = ids_of(pk for text in request.GET.getlist("students") for pk in text.split(","))
    chosen = [*linked, *ids_of(request.POST.getlist("students"))]
    offered = choices(request.actor, also=chosen)
    duty = duty_part(request.actor, request.GET.get("find", ""), chosen, offered, request.GET.get("kind", ""))
    offered = duty.among(offered)
    asked = asked_of_records(request.actor.school_id)
    way = WAYS.get(request.GET.get("kind", "")) or duty.first_way
    form = RecordForm(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        choices=offered,
        asked=asked,
        on_duty=duty.mode,
        initial={"kind": way.key, "students": [str(pk) for pk in linked], "place": str(way.place)},
    )
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _submit(request, form))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    tiles = tiles_of(request.actor, offered, form.chosen())
    mine, others = [one for one in tiles if one.mine], [one for one in tiles if not one.mine and not one.met]
    draft = draft_key(request.actor, NEW, linked)
    context = {
        "form": form,
        "mine": mine,
        "others": others,
        "others_open": any(one.chosen for one in others),
        "duty": duty,
        "met": [one for one in tiles if one.met],
        "daily": [] if linked else daily_students(request.actor, mine),
        "same": last_times(request.actor, tiles, asked.labels),
        "sentence": PRINTED,
        "prompts": PROMPTS,
        "readers": readers(request.actor, [one.pk for one in tiles]),
        "saved": saved(request.actor, id_of(request.GET.get("after", ""))),
        "worries": opens(request.actor, "care:case_raise"),
        "draft": draft,
        "kept": kept(request.actor, draft),
        "op": request.POST.get("op", ""),
    }
    return render(request, "guidance/record_new.html", context)


def _submit(request: Request, form: RecordForm) -> str:
    rows = record_submit(
        by=request.actor,
        student_ids=form.student_ids(),
        facts=form.facts(made="missed" not in request.POST),
        op=operation_id(request),
        file=form.cleaned_data["file"],
        draft=request.POST.get("draft", ""),
    )
    hold_noted(by=request.actor, records=rows)
    return f"{reverse('guidance:record_new')}?after={rows[0].occasion}"
