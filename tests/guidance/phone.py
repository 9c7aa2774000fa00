"""A phone that writes offline, played by the test: what `outbox.js` does, without a browser."""

import base64
import json
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from taoli.common.keeping.letterbox import public_key, seal_letter
from taoli.guidance.services import bound
from tests.world import TODAY, World

RECEIVE = "/guidance/outbox/receive/"


@dataclass
class Phone:
    """What the school gave it, and its queue."""

    given: dict[str, Any]
    client: Client
    number: int = 0
    sent: list[dict[str, Any]] = field(default_factory=list)

    @property
    def shown(self) -> dict[str, str]:
        """What the phone shows at the door."""
        return {
            "X-School": str(self.given["school"]),
            "X-Device": self.given["id"],
            "X-Device-Token": self.given["token"],
        }

    def letter(self, content: list[list[str]], *, op: uuid.UUID | None = None, **said: Any) -> dict[str, Any]:
        """Seal a filled-in form as the next of the queue."""
        self.number += 1
        op = op or uuid.uuid4()
        key = public_key()
        words = bound(uuid.UUID(self.given["person"]), key["number"], op)
        text = json.dumps(content).encode()
        envelope = seal_letter(text, base64.b64decode(key["public"]), key["number"], words)
        known = {"op": str(op), "number": self.number, "earliest": 1, "written": "2026-11-23T09:00:00Z"}
        return {**known, "envelope": envelope, **said}

    def post(
        self, letter: dict[str, Any] | bytes, client: Client | None = None, shown: dict[str, str] | None = None
    ) -> Any:
        """Hand a letter in at the door."""
        body = letter if isinstance(letter, bytes) else json.dumps(letter)
        return (client or self.client).post(
            RECEIVE, data=body, content_type="application/json", headers={**self.shown, **(shown or {})}
        )

    def write(self, content: list[list[str]], **said: Any) -> dict[str, Any]:
        """Seal, hand in, and return the answer."""
        answer: dict[str, Any] = self.post(self.letter(content, **said)).json()
        return answer


def phone_of(world: World, name: str) -> Phone:
    """Let somebody switch writing offline on."""
    client = world.client(name)
    return Phone(client.post("/guidance/offline/open/").json(), client)


def talk(world: World, *students: str, **said: str) -> list[list[str]]:
    """A talk today, as the record form sends it."""
    fields = {"kind": "talk", "date": TODAY.isoformat(), **said}
    return [*(["students", str(world.students[name].pk)] for name in students), *([k, v] for k, v in fields.items())]
