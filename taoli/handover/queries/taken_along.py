"""The open form of an archive that a graduate takes along, and the schema that describes it."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from taoli.archive.queries.whole import FORMAT, VERSION, WholeArchive

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
