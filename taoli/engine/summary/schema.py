"""The JSON schema of what a school hands in, generated from its types."""

import json
from typing import Any

from taoli.engine.summary.measures import INDICATORS, MEASURES
from taoli.engine.summary.shapes import Summary

NOTE = (
    "What a school hands in each week: `summary` and the school's Ed25519 signature over b'taoli summary\\n' and the "
    "summary's JSON with sorted keys, without spaces, in UTF-8. Counts stand at the last day of the week. See "
    "docs/howto/bureau.md."
)


def schema_text() -> str:
    """The schema as the committed file holds it, with the closed list of what may be counted."""
    whole = Summary.model_json_schema(ref_template="#/$defs/{model}")
    defs: dict[str, Any] = whole.pop("$defs", {})
    defs["Summary"] = whole
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Taoli weekly summary",
        "description": NOTE,
        "$defs": defs,
        "type": "object",
        "properties": {"signature": {"type": "string"}, "summary": {"$ref": "#/$defs/Summary"}},
        "required": ["signature", "summary"],
        "measures": {key: {"kind": one.kind, "level": one.level, "of": one.of} for key, one in MEASURES.items()},
        "indicators": list(INDICATORS),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
