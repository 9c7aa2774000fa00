"""Unsent words, for their author."""

import json
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from taoli.common import clock
from taoli.common.ids import ids_of
from taoli.common.policy import Actor
from taoli.guidance.models import RecordDraft
from taoli.guidance.permissions import DRAFT
from taoli.guidance.phrases import WAYS, ago, joined
from taoli.guidance.queries.on_duty import writable

NEW, CORRECT = "record-new", "record-correct"
KEPT_DAYS = 14
TEXTS = ("private_text", "next_step", "theme")


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that was begun: whom it is about, its way, when, and where it goes on."""

    pk: uuid.UUID
    title: str
    text: str
    when: str
    path: str


def draft_key(actor: Actor, kind: str, about: Collection[object] = ()) -> str:
    """Return the name of a form's draft: of its author, and of what it is about, so that no words go astray."""
    owner = actor.person_id.hex[:8] if actor.person_id else "nobody"
    thing = sha256(" ".join(sorted(map(str, about))).encode()).hexdigest()[:12] if about else ""
    return "-".join(part for part in (kind, owner, thing) if part)


def own_drafts(actor: Actor) -> "QuerySet[RecordDraft]":
    """Return what the actor has begun."""
    rows: QuerySet[RecordDraft] = DRAFT.within(RecordDraft.objects.all(), actor, "keep")
    return rows


def kept(actor: Actor, key: str) -> str:
    """Return what the server keeps of a form as JSON: each field with its age in milliseconds, and how long ago it
    was settled. Ages, not moments: a device's clock may be days off.
    """
    row = own_drafts(actor).filter(key=key).first()
    now = timezone.now()
    if row is None:
        return "{}"
    moment = int(now.timestamp() * 1000)
    settled = int((now - row.settled_at).total_seconds() * 1000) if row.settled_at else None
    fields = {name: [value, max(0, moment - at)] for name, (value, at) in row.fields.items()}
    return json.dumps({"fields": fields, "settled": settled}, ensure_ascii=False)


def open_drafts(actor: Actor) -> list[Draft]:
    """Return what the actor has begun and not saved, the latest first; what holds no word and nobody is left out."""
    rows = [row for row in own_drafts(actor).order_by("-saved_at", "-id")[:20] if _tells(row.fields)]
    chosen = {pk for row in rows for pk in ids_of(_list(row.fields, "students"))}
    names = {str(one.pk): one.name for one in writable(actor, sorted(chosen), clock.today())} if chosen else {}
    return [_draft(row, names) for row in rows]


def _draft(row: RecordDraft, names: dict[str, str]) -> Draft:
    people = [names[pk] for pk in _list(row.fields, "students") if pk in names]
    way = next((WAYS[key] for key in _list(row.fields, "kind") if key in WAYS), None)
    known = [joined(people)] if people else []
    saved = timezone.localtime(row.saved_at)
    return Draft(
        pk=row.pk,
        title=" · ".join([*known, *([str(way.label)] if way else [])]),
        text=next((text for name in TEXTS for text in _list(row.fields, name) if text), "")[:40],
        when=f"{ago(saved.date(), timezone.localdate())} {saved:%H:%M}",
        path=row.path or reverse("guidance:record_new"),
    )


def _tells(fields: dict[str, Any]) -> bool:
    return any(text for name in (*TEXTS, "students") for text in _list(fields, name))


def _list(fields: dict[str, Any], name: str) -> Sequence[str]:
    value = fields.get(name, ["", 0])[0]
    return value if isinstance(value, list) else [value] if value else []
