"""The JSON schema of a package's files, generated from their types."""

import json
from typing import Any

from pydantic import BaseModel

from taoli.engine.package.shapes import Manifest, Receipt, Restricted, SchoolCard, StudentFile

FILES: dict[str, type[BaseModel]] = {
    "manifest": Manifest,
    "student": StudentFile,
    "restricted": Restricted,
    "receipt": Receipt,
    "school": SchoolCard,
}
NOTE = (
    "The JSON of a package (.taoli): manifest.json is `manifest`; each part student/NNNN.json, once opened, is "
    "`student`; restricted.bin, opened twice, is `restricted`. See docs/howto/package.md."
)


def schema_text() -> str:
    """The schema as the committed file holds it: one definition for each kind of file."""
    defs: dict[str, Any] = {}
    for name, shape in FILES.items():
        whole = shape.model_json_schema(ref_template="#/$defs/{model}")
        defs |= whole.pop("$defs", {})
        defs[name] = whole
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Taoli package",
        "description": NOTE,
        "$defs": defs,
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in FILES],
    }
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
