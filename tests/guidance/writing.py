"""Records of the small school, for tests."""

import uuid
from typing import Any

from taoli.guidance.models import GuidanceRecord
from taoli.guidance.services import RecordFacts, record_submit
from tests.world import TODAY, World

# What is typed or pasted, and what is kept of it.
ANY_SCRIPT = [
    ("今天😀聊得很好👨‍👩‍👧", "今天😀聊得很好👨‍👩‍👧"),
    ("𠮷田老师、𬎆同学", "𠮷田老师、𬎆同学"),
    ("مرحبا 你好", "مرحبا 你好"),
    ("\u202e好的\u2066", "好的"),
    ("语文\t88\r\n数学\t91\r\n\r\n\r\n\r\n\x00", "语文\t88\n数学\t91"),
]
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
