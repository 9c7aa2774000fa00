"""What a person does with the own notices."""

import datetime as dt
import uuid
from collections.abc import Collection

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.notifications.channels import OUTSIDE
from taoli.notifications.models import Notice, NoticeHabit, Quiet
from taoli.notifications.phrases import KINDS
from taoli.notifications.queries.inbox import get_notice, own_notices, person_of
from taoli.notifications.queries.slips import waiting_notices

CHUNK = 500


def read_notice(*, by: Actor, pk: uuid.UUID) -> str:
    """Mark one of the own notices as read and return where it leads; 404 for anybody else's.

    A mark of one's own reading, which says nothing of anybody else, leaves no audit row.
    """
    row = get_notice(by, pk)
    Notice.objects.of(by.school_id).filter(pk=row.pk, read_at=None).update(read_at=clock.now())
    return row.link


def read_all(*, by: Actor) -> int:
    """Mark all own notices as read; returns how many were new."""
    new = list(own_notices(by).filter(read_at=None).values_list("pk", flat=True))
    return Notice.objects.of(by.school_id).filter(pk__in=new).update(read_at=clock.now())


def set_quiet(*, by: Actor, channel: str, kinds: Collection[str]) -> None:
    """Quieten a channel for exactly these kinds (an empty one: for all); safety kinds stay as they are."""
    with change(by=by, action="notice.quiet", channel=channel) as note:
        Quiet.objects.of(by.school_id).filter(person_id=person_of(by), channel=channel).delete()
        chosen = sorted(kind for kind in set(kinds) if not kind or (kind in KINDS and not KINDS[kind].safety))
        Quiet.objects.bulk_create(
            Quiet(school_id=by.school_id, person_id=person_of(by), channel=channel, kind=kind) for kind in chosen
        )
        note.data = {"channel": channel, "kinds": chosen}


def set_habit(*, by: Actor, off: Collection[str], digest_at: dt.time | None, evenings: bool) -> None:
    """Keep by which channels outside Taoli a person is not told (`off`), and when: gathered for a time, in the evening.

    What a channel has quietened kind by kind stays.
    """
    person = person_of(by)
    with change(by=by, action="notice.habit", off=sorted(off)):
        Quiet.objects.of(by.school_id).filter(person_id=person, channel__in=OUTSIDE, kind="").delete()
        Quiet.objects.bulk_create(
            Quiet(school_id=by.school_id, person_id=person, channel=code, kind="") for code in sorted(off)
        )
        NoticeHabit.objects.bulk_create(
            [NoticeHabit(school_id=by.school_id, person_id=person, digest_at=digest_at, evenings=evenings)],
            update_conflicts=True,
            unique_fields=["school", "person_id"],
            update_fields=["digest_at", "evenings"],
        )


def mark_printed(*, by: Actor) -> int:
    """Note that the slips which wait have been printed, so that they do not wait again; returns how many."""
    with change(by=by, action="notice.print") as note:
        pks = [row.pk for row in waiting_notices(by)]
        for start in range(0, len(pks), CHUNK):
            Notice.objects.of(by.school_id).filter(pk__in=pks[start : start + CHUNK]).update(read_at=clock.now())
        note.data = {"slips": len(pks)}
    return len(pks)
