"""How many random instances a property is tried on."""

import os

# The lane tries 500; fewer while a test is being written.
ROUNDS = int(os.environ.get("TAOLI_ROUNDS", "500"))
