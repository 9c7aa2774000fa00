"""`python -m taoli.engine.summary > docs/reference/summary.schema.json`: the JSON schema of a weekly summary."""

import sys

from taoli.engine.summary.schema import schema_text

sys.stdout.write(schema_text())
