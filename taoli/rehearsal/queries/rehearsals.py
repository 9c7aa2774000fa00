"""Rehearsals on file, the schemes one may rehearse, and what the product has built."""

import uuid

from django.apps import apps
from django.http import Http404

from taoli.common.pages import REGISTRY
from taoli.common.policy import Actor
from taoli.engine.scheme import Scheme
from taoli.rehearsal.models import Rehearsal
from taoli.rehearsal.permissions import REHEARSAL
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import draft, preset, presets, published, rules

OWN = "own"
DRAFT = "draft"


def rehearsals(actor: Actor) -> list[Rehearsal]:
    """Return the school's rehearsals the actor may read, the latest first, without their reports."""
    rows = REHEARSAL.within(Rehearsal.objects.all(), actor, "view")
    return list(rows.defer("report").order_by("-made_at", "-id"))


def get_rehearsal(actor: Actor, pk: uuid.UUID) -> Rehearsal:
    """Return one rehearsal the actor may read; 404 for anything else."""
    found: Rehearsal | None = REHEARSAL.within(Rehearsal.objects.filter(pk=pk), actor, "view").first()
    if found is None:
        raise Http404
    return found


def choices(school_id: int) -> list[tuple[str, str]]:
    """Return what can be rehearsed as (key, title): the school's own scheme in force and its draft, then presets."""
    own = [(OWN, published(school_id)), (DRAFT, draft(school_id))]
    return [(key, row.title) for key, row in own if row] + [(row.key, row.scheme.title) for row in presets()]


def scheme_for(school_id: int, key: str) -> tuple[Scheme, SchemeVersion | None]:
    """Return the scheme of a choice, with its version where it is the school's own. LookupError: there is none."""
    if key in {OWN, DRAFT}:
        version = published(school_id) if key == OWN else draft(school_id)
        if version is None:
            raise LookupError(key)
        return rules(version), version
    if key not in {row.key for row in presets()}:
        raise LookupError(key)
    return preset(key), None


def built() -> frozenset[str]:
    """Return the apps and pages this installation has, as schemes name them in their features."""
    names = {config.label for config in apps.get_app_configs() if config.name.startswith("taoli.")}
    return frozenset(names | set(REGISTRY))
