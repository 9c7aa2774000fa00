"""`python -m taoli.engine.scheme > presets/scheme.schema.json`: the JSON schema of a scheme, for editors and
checks.
"""

import sys

from taoli.engine.scheme.schema import schema_text

sys.stdout.write(schema_text())
