"""What the frame of every page says: school, term, person, the places one may act in."""

import base64
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from taoli.accounts.models import Account
from taoli.accounts.queries import memberships_of
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.guidance.phrases import full_date
from taoli.notifications.permissions import NOTICE
from taoli.notifications.queries.inbox import unread
from taoli.roster.models import Term
from taoli.roster.queries.calendar import current_term


def term_of(request: HttpRequest) -> Term | None:
    """Return the current term of the request's school, asked for once a request."""
    if not hasattr(request, "_term"):
        place = getattr(request, "membership", None)
        request._term = current_term(place.school_id) if place else None  # type: ignore[attr-defined]  # noqa: SLF001
    return request._term  # type: ignore[attr-defined,no-any-return]  # noqa: SLF001


def remember_term(request: HttpRequest, term: Term | None) -> None:
    """Spare the frame the question for the term, which the page has asked already."""
    if term is not None:
        request._term = term  # type: ignore[attr-defined]  # noqa: SLF001


def new_notices(request: HttpRequest) -> int:
    """Return how many notices are new for whoever asks, for the mark beside the name."""
    actor = getattr(request, "actor", None)
    return unread(actor) if actor is not None and NOTICE.may(actor, "view") else 0


def places_of(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the schools and persons the account may act as, if there is more than one."""
    account, current = request.user, getattr(request, "membership", None)
    if not isinstance(account, Account) or current is None:
        return []
    places = memberships_of(account)
    if places[1:] == []:
        return []
    return [
        {
            "label": f"{place.school.name} · {place.name}",
            "url": reverse("accounts:membership_switch", args=[place.pk]),
            "active": place.pk == current.pk,
        }
        for place in places
    ]


def demo_clock() -> str:
    """Return the demo's moment in words: 演示时间 11月23日 周一 10:05."""
    moment = timezone.localtime(clock.now())
    return _("Demonstration time: %(day)s %(time)s") % {
        "day": full_date(moment.date()),
        "time": moment.strftime("%H:%M"),
    }


def draft_key(actor: Actor) -> str:
    """Return the key with which a phone seals the account's drafts; it stands in the page and is kept nowhere else."""
    return base64.b64encode(salted_hmac("taoli drafts", str(actor.account_id), algorithm="sha256").digest()).decode()
