"""The JSON schema of a scheme, generated from its types."""

import json

from taoli.engine.scheme.model import Scheme


def schema_text() -> str:
    """The schema as the committed file holds it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Scheme.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
