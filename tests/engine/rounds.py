"""How many random instances a property is tried on."""

import os

# The lane tries 500, and fewer where coverage is measured, which makes every line three times as slow.
ROUNDS = int(os.environ.get("TAOLI_ROUNDS", "500"))
