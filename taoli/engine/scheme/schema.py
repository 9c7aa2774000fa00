"""The JSON schema of a scheme file, generated from its types."""

import json
from typing import Any

from taoli.engine.scheme.model import Scheme

CLAUSE = {"$ref": "#/$defs/Clause"}
NAMED = {
    "anyOf": [CLAUSE, {"type": "string", "pattern": r"^[A-Z]{1,2}-\d{2}$"}],
    "description": "A clause, or the id of a rule in the table `clauses` at the top of the file.",
}


def schema_text() -> str:
    """The schema as the committed file holds it; a clause may be named by its rule's id, as files do."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_named(Scheme.model_json_schema())}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _named(node: Any) -> Any:
    if isinstance(node, list):
        return [_named(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    return {name: NAMED if name == "clause" and value == CLAUSE else _named(value) for name, value in node.items()}
