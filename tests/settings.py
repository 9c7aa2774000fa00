"""The product's own settings in a private folder: plain statics, jobs run at once, no redirect to https.

A module and not a fixture: pytest-django loads settings before any conftest.
"""

import os
from pathlib import Path

os.environ["TAOLI_DATA"] = str(Path(__file__).parents[1] / ".cache" / "test-data")
os.environ["TAOLI_PLAIN_STATIC"] = "1"
os.environ["TAOLI_JOBS_AT_ONCE"] = "1"
os.environ["TAOLI_HTTPS"] = "0"
os.environ["TAOLI_LOG_LEVEL"] = "WARNING"

from taoli.config.settings import *  # noqa: F403 after the environment is set

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405 whitenoise warns about a folder that is not there
