"""Imports that wait, and those before."""

import uuid

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.jobs import get_job
from taoli.common.models import Job
from taoli.common.policy import Actor
from taoli.roster.models import RosterImport, RosterSettings
from taoli.roster.permissions import ROSTER_IMPORT


def imports(actor: Actor, action: str = "view") -> "QuerySet[RosterImport]":
    """Return the school's imports, the latest first."""
    rows: QuerySet[RosterImport] = ROSTER_IMPORT.within(RosterImport.objects.all(), actor, action)
    return rows.order_by("-created_at", "-id")


def get_import(actor: Actor, pk: uuid.UUID, action: str = "view") -> RosterImport:
    """Return one import; 404 outside the school."""
    found = imports(actor, action).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def keeps_identity_numbers(school_id: int) -> bool:
    """Say whether the school has switched identity-card numbers on."""
    return RosterSettings.objects.of(school_id).filter(keep_identity_numbers=True).exists()


def watched_job(actor: Actor, text: str) -> Job | None:
    """Return the job a page was asked to watch, or None."""
    try:
        pk = uuid.UUID(text)
    except ValueError:
        return None
    return get_job(actor, pk)
