"""The audit chain: HMAC-SHA-256 over each entry and the one before, with a key outside the database."""

import hashlib
import hmac
import json
from typing import TYPE_CHECKING, Any

from django.conf import settings

from taoli.common import clock
from taoli.common.models import AuditEntry, AuditHead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taoli.common.unit import Note


def digest(previous: str, seq: int, fields: dict[str, Any]) -> str:
    """Return the hash of an entry."""
    text = json.dumps([previous, seq, fields], sort_keys=True, ensure_ascii=False, default=str)
    return hmac.new(settings.AUDIT_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def append(notes: "Sequence[Note]") -> None:
    """Write the entries of one transaction; the head row is locked here, last, and not before. Of several schools the
    heads are locked in one order: a sign-up and an answer that cross would wait for each other otherwise.
    """
    by_school: dict[int, list[Note]] = {}
    for note in notes:
        by_school.setdefault(note.by.school_id, []).append(note)
    for school_id, entries in sorted(by_school.items()):
        _append_school(school_id, entries)


def _append_school(school_id: int, notes: "Sequence[Note]") -> None:
    heads = AuditHead.objects.of(school_id).select_for_update()
    head = heads.first()
    if head is None:
        AuditHead.objects.bulk_create([AuditHead(school_id=school_id)], ignore_conflicts=True)
        head = heads.get()
    rows = []
    for note in notes:
        head.seq += 1
        row = AuditEntry(
            school_id=school_id,
            seq=head.seq,
            at=clock.now(),
            account_id=note.by.account_id,
            person_id=note.by.person_id,
            action=note.action,
            object_id=str(note.object_id or ""),
            data=json.loads(json.dumps(note.data, default=str, ensure_ascii=False)),
            previous=head.hash,
        )
        row.hash = head.hash = digest(row.previous, row.seq, facts(row))
        rows.append(row)
    AuditEntry.objects.bulk_create(rows)
    AuditHead.objects.filter(school_id=school_id).update(seq=head.seq, hash=head.hash)


def facts(row: AuditEntry) -> dict[str, Any]:
    """Return the part of an entry that its hash covers."""
    return {
        "school": row.school_id,
        "id": str(row.id),
        "at": row.at.timestamp(),
        "account": str(row.account_id or ""),
        "person": str(row.person_id or ""),
        "action": row.action,
        "object": row.object_id,
        "data": row.data,
    }


def faults(school_id: int, using: str | None = None) -> list[str]:
    """Return what is wrong with a school's chain: edited, missing, reordered or cut entries; empty when whole."""
    found: list[str] = []
    previous, expected = "", 1
    for row in AuditEntry.objects.using(using).of(school_id).order_by("seq").iterator(chunk_size=1000):
        if row.seq != expected:
            found.append(f"entry {expected} is missing before {row.seq}")
            expected = row.seq
        if row.previous != previous or row.hash != digest(row.previous, row.seq, facts(row)):
            found.append(f"entry {row.seq} was changed")
        previous, expected = row.hash, expected + 1
    head = AuditHead.objects.using(using).of(school_id).first()
    if head is None:
        return found if expected == 1 else [*found, "the head of the chain is missing"]
    if (head.seq, head.hash) != (expected - 1, previous):
        found.append(f"the chain ends at {expected - 1}, its head says {head.seq}")
    return found
