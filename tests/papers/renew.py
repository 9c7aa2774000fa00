"""Writes the stored pictures of the forms anew: `python -m tests.papers.renew`. Look at each of them afterwards."""

import os
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Make every form and store it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from tests.papers.gallery import HERE, SHEET, store
    from tests.papers.making import make

    with tempfile.TemporaryDirectory() as folder:
        store(make(Path(folder)))
    sys.stdout.write(f"{HERE}\n{SHEET}\n")


if __name__ == "__main__":
    main()
