"""The open form of an archive that a graduate takes along, and the schema that describes it."""

import dataclasses
import json
import uuid
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from pydantic import TypeAdapter

from taoli.archive.queries.whole import FORMAT, VERSION, WholeArchive, WholeLine, WholeReceived, whole_archive
from taoli.handover.models import ReceivedEntry, ReceivedFile, ReceivedStudent

SCHEMA = Path(__file__).resolve().parents[1] / "archive.schema.json"
ABOUT = "A student's growth archive as Taoli writes it out (format taoli-archive). Days are ISO 8601; files lie beside."


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the open form; `archive.schema.json` beside this app is the same, written down."""
    made: dict[str, Any] = TypeAdapter(WholeArchive).json_schema(mode="serialization")
    made["properties"] = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        **made["properties"],
    }
    made["required"] = ["format", "version", *made["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "description": ABOUT, **made}


def schema_text() -> str:
    """Return the schema as it is written down."""
    return json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_back(plain: dict[str, Any]) -> WholeArchive:
    """Return the archive of an open form; pydantic's ValidationError says what does not fit."""
    kept = {key: value for key, value in plain.items() if key not in {"format", "version"}}
    return TypeAdapter(WholeArchive).validate_python(kept)


def taken_along(school_id: int, student_id: uuid.UUID) -> WholeArchive:
    """Return all a student takes along: the archive of this school, and what earlier schools handed over."""
    whole = whole_archive(school_id, student_id)
    return dataclasses.replace(whole, received=_received(school_id, student_id))


def _received(school_id: int, student_id: uuid.UUID) -> tuple[WholeReceived, ...]:
    """Return what earlier schools handed over, the earliest first; three queries."""
    rows = ReceivedStudent.objects.of(school_id).filter(student_id=student_id).order_by("received_on", "id")
    lines: dict[uuid.UUID, list[WholeLine]] = defaultdict(list)
    files: dict[uuid.UUID, list[str]] = defaultdict(list)
    for file in received_files(school_id, student_id):
        files[file.entry_id].append(file.name)
    entries = ReceivedEntry.objects.of(school_id).filter(received__student_id=student_id)
    for one in entries.order_by("place", "id"):
        line = WholeLine(one.title, one.on, one.kind, one.text, one.by, tuple(files[one.pk]))
        lines[one.received_id].append(line)
    return tuple(
        WholeReceived(
            school=row.from_school,
            received_on=row.received_on,
            strengths=tuple(row.strengths),
            farewell=row.farewell,
            farewell_by=row.farewell_by,
            lines=tuple(lines[row.pk]),
        )
        for row in rows
    )


def received_files(school_id: int, student_id: uuid.UUID) -> "QuerySet[ReceivedFile]":
    """Return the files that came from earlier schools, without their bytes."""
    rows = ReceivedFile.objects.of(school_id).filter(entry__received__student_id=student_id)
    return rows.defer("data").order_by("id")
