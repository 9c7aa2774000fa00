"""Who am I here."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.guidance.queries.alarms import ringing_for_me
from taoli.guidance.queries.talks import waiting_for_me
from taoli.home.queries.me import roles_in_words
from taoli.roster.queries.watch import own_turn


@page(permission="signed_in")
def me(request: Request) -> HttpResponse:
    """Show the person, the roles held today, appearance, language, the way out."""
    server = opens(request.actor, "home:deployment_check")
    context = {
        "roles": roles_in_words(request.actor),
        "server": server,
        "turn": own_turn(request.actor),
        "reads": opens(request.actor, "evaluation:story_list"),
        "night": opens(request.actor, "home:night_card"),
        "talks": opens(request.actor, "guidance:talk_list"),
        "waiting": waiting_for_me(request.actor),
        "ringing": ringing_for_me(request.actor),
        "slips": opens(request.actor, "guidance:talk_codes"),
        "refers": opens(request.actor, "care:referral_new"),
        "breaks": opens(request.actor, "care:glass_list"),
        "hands": opens(request.actor, "care:holding_hand"),
        "harm": opens(request.actor, "care:harm_list"),
        "names": opens(request.actor, "care:officer_edit"),
        "farewell": opens(request.actor, "handover:farewell_write"),
        "box": opens(request.actor, "guidance:talk_type"),
    }
    return render(request, "home/me.html", context)
