"""Openings of the kept night-duty card without a network, logged when the phone tells of them."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.dateparse import parse_datetime

from taoli.common import clock
from taoli.common.ids import id_of
from taoli.common.models import ViewLog
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.guidance.models import OfflineDevice

NOUN, PAGE = "home.night_card", "home:night_opened"
LOOK_BACK = dt.timedelta(days=30)  # how far back an opening told twice is known


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening: its id, and when it was by the phone's clock."""

    id: uuid.UUID
    at: dt.datetime

    @classmethod
    def read(cls, pk: str, at: str) -> "Opening":
        """Read what a phone sent; ValueError when it is nothing of the kind."""
        found, moment = id_of(pk), parse_datetime(at)
        if found is None or moment is None or moment.tzinfo is None:
            raise ValueError
        return cls(found, moment)

    @property
    def words(self) -> list[str]:
        """What the log keeps."""
        return [f"at {self.at.isoformat(timespec='seconds')}", f"opening {self.id}"]


@transaction.atomic
def log_openings(*, device: OfflineDevice, openings: Sequence[Opening]) -> int:
    """Log each opening as the device's person's, with the time the phone gave; return how many are new."""
    OfflineDevice.objects.of(device.school_id).select_for_update().get(pk=device.pk)
    by = Actor(account_id=device.account_id, school_id=device.school_id, person_kind="staff", person_id=device.staff_id)
    rows = ViewLog.objects.of(device.school_id).filter(
        noun=NOUN, page=PAGE, person_id=device.staff_id, at__gte=clock.now() - LOOK_BACK
    )
    known = {word for ids in rows.values_list("ids", flat=True) for word in ids}
    fresh = [one for one in openings if f"opening {one.id}" not in known]
    for one in {one.id: one for one in fresh}.values():
        log_view(by, NOUN, one.words, page=PAGE)
    return len(fresh)
