"""`python -m taoli.engine.package > docs/reference/package.schema.json`: the JSON schema of a package's files."""

import sys

from taoli.engine.package.schema import schema_text

sys.stdout.write(schema_text())
