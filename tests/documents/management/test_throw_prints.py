from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from taoli.common import clock
from taoli.documents.models import PrintJob
from tests.documents.printing import asked
from tests.world import World


def test_files_of_every_school_go_after_their_week(
    settled: World, tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DATA = tmp_path
    job = asked(settled.office)
    job.state, job.made_at = PrintJob.State.DONE, clock.now() - PrintJob.KEPT
    job.save(update_fields=["state", "made_at"])
    call_command("throw_prints")
    assert capsys.readouterr().out == "1 files deleted\n"
