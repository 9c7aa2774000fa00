"""Entries, months and evaluations of the small school's students, for tests."""

import datetime as dt
import io
from typing import Any

from PIL import Image

from taoli.archive.models import GrowthEntry
from taoli.archive.services import EntryFacts, add_entry
from taoli.common.pictures import Cleaned, cleaned
from tests.world import TODAY, World


def keep(world: World, by: str = "王敏", text: str = "校运会接力跑第三棒", **said: Any) -> GrowthEntry:
    """Let somebody keep something of 林子涵's growth."""
    files, student = said.pop("files", ()), said.pop("student", "林子涵")
    facts = EntryFacts(**{"section": "activities", "text": text, "happened_on": TODAY, "seen_by": "class", **said})
    return add_entry(by=world.actor(by), student_id=world.students[student].pk, facts=facts, files=files)


def picture(name: str = "作品.png", size: tuple[int, int] = (60, 40)) -> tuple[str, bytes]:
    """A small picture: its name and bytes."""
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "PNG")
    return name, out.getvalue()


def drawn(name: str = "作品.png") -> Cleaned:
    """A picture as it is kept."""
    found, data = picture(name)
    return cleaned(found, len(data), io.BytesIO(data))


def days_ago(days: int) -> dt.date:
    """A day before today."""
    return TODAY - dt.timedelta(days=days)
