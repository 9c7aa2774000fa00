"""A phone of the demo: one record from before its teacher's phone was shut out waits for the homeroom teacher."""

import base64
import json
import uuid

from taoli.accounts.queries import holders
from taoli.common import clock
from taoli.common.keeping.letterbox import public_key, seal_letter
from taoli.common.policy import Actor
from taoli.guidance import services
from taoli.guidance.models import OfflineDevice
from taoli.matching.queries.pairings import pairings_of_mentor
from taoli.rehearsal.services.pairing import PAIRED_FROM
from taoli.rehearsal.services.people import Loaded

WORDS = "家访回来的路上写的：孩子想转到物理方向，家里支持。"


def offer_held(loaded: Loaded) -> None:
    """Leave a letter of a shut-out phone of the demo's mentor to be looked through."""
    mentor = loaded.staff[loaded.made.offices["mentor"]]
    account = holders(loaded.school.pk, "staff").get(mentor.pk)
    if account is None or OfflineDevice.objects.of(loaded.school.pk).exists():
        return
    by = Actor(account_id=account.account_id, school_id=loaded.school.pk, person_kind="staff", person_id=mentor.pk)
    student = pairings_of_mentor(loaded.school.pk, mentor.pk, PAIRED_FROM)[0].student_id
    device, _token = services.device_open(by=by)
    said = {"students": student, "kind": "visit", "date": clock.today(), "place": "学生家里", "private_text": WORDS}
    op, key = uuid.uuid4(), public_key()
    text = json.dumps([[name, str(value)] for name, value in said.items()]).encode()
    words = services.bound(mentor.pk, key["number"], op)
    envelope = seal_letter(text, base64.b64decode(key["public"]), key["number"], words)
    letter = services.Sealed(op=op, number=1, earliest=1, written_at=clock.now(), envelope=dict(envelope))
    services.device_close(by=by, pk=device.pk)
    services.outbox_receive(device=device, letter=letter, read=_unread, by=None)


def _unread(_actor: Actor, _content: list[list[str]]) -> tuple[list[uuid.UUID], services.RecordFacts]:
    """Nothing of a shut-out phone is read as a record by itself."""
    raise services.NotTakenError("closed", "")
