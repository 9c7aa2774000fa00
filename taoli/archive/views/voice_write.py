"""Say something of a student's term: strengths first, sentences taken from the evidence one by one."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.forms import VoiceForm, chosen_term, chosen_voice, take
from taoli.archive.phrases import hints_on, prompts_for, readers_of
from taoli.archive.queries.evidence import evidence_of
from taoli.archive.queries.voices import begun_terms, get_spoken_student, is_open, own_voice, voices_for
from taoli.archive.services import VoiceFacts, write_voice
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.story", "voice"), methods=("GET", "POST"))
def voice_write(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show one's own voice of `?term=` as `?as=`; `take` puts one sentence of the evidence at the end of the text."""
    student, actor = get_spoken_student(request.actor, pk), request.actor
    voices, terms = voices_for(actor, student), begun_terms(actor.school_id, clock.today())
    term = chosen_term(terms, request.POST.get("term") or request.GET.get("term", ""))
    voice = chosen_voice(voices, request.POST.get("as") or request.GET.get("as", ""))
    if term is None:
        return render(request, "archive/voice_write.html", {"student": student, "term": None})
    evidence = evidence_of(actor, student, term)
    old = own_voice(actor, pk, term.pk, voice.kind)
    begun = {"text": old.text, "edit": old.edit} if old else {}
    taking = "take" in request.POST
    form = VoiceForm(take(request.POST, evidence) if taking else request.POST or None, initial=begun)
    if request.method == "POST" and not taking and form.is_valid():

        def work() -> str:
            facts = [*(old.facts if old else ()), *(fact.text for fact in form.taken(evidence))]
            said = VoiceFacts(
                kind=voice.kind,
                text=form.cleaned_data["text"],
                facts=list(dict.fromkeys(facts)),
                edit=form.cleaned_data["edit"] or 0,
            )
            write_voice(by=actor, student_id=pk, term_id=term.pk, said=said)
            messages.success(request, _("Saved. Until it is read through you can still change it."))
            return f"{reverse('archive:voice_write', args=[pk])}?term={term.pk}&as={voice.kind}"

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "form": form,
        "student": student,
        "term": term,
        "terms": terms,
        "voices": voices,
        "voice": voice,
        "evidence": evidence,
        "taken": form.taken(evidence),
        "prompts": prompts_for(voice.kind),
        "readers": readers_of(voice.kind),
        "hints": hints_on(str(form["text"].value() or "")),
        "open": is_open(actor.school_id, pk, term.pk),
        "op": "" if taking else request.POST.get("op", ""),
    }
    return render(request, "archive/voice_write.html", context)
