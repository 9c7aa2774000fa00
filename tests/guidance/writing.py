"""Records of the small school, for tests."""

import uuid
from typing import Any

from taoli.guidance.models import GuidanceRecord
from taoli.guidance.services import RecordFacts, record_submit
from tests.world import TODAY, World

TALK: dict[str, Any] = {"kind": "talk", "channel": "face_to_face", "held_on": TODAY}


def facts(**said: Any) -> RecordFacts:
    """A talk today, unless said otherwise."""
    return RecordFacts(**{**TALK, **said})


def write(world: World, by: str, *students: str, op: uuid.UUID | None = None, **said: Any) -> list[GuidanceRecord]:
    """Let somebody write a record for students."""
    ids = [world.students[name].pk for name in students]
    return record_submit(by=world.actor(by), student_ids=ids, facts=facts(**said), op=op)


def form(world: World, *students: str, **said: Any) -> dict[str, Any]:
    """What the record page sends."""
    return {
        "students": [str(world.students[name].pk) for name in students],
        "kind": "talk",
        "date": TODAY.isoformat(),
        "op": str(uuid.uuid4()),
        **said,
    }
