"""Backup, wipe, restore."""

from pathlib import Path

from django.core.management import call_command

from taoli.common.keeping.backup import back_up
from taoli.common.keeping.guarded import empty
from taoli.common.keeping.restore import restore
from taoli.common.state import state_hash
from taoli.roster.models import Student
from tests.world import World


def test_backup_wipe_restore(kept: World, tmp_path: Path) -> None:
    before = state_hash()
    made = back_up()
    empty("default", tmp_path: Path)
    done = restore(made.file)
    call_command("verify_audit")
    assert done.manifest.state_hash == before
    assert Student.objects.of(kept.school).count() == 6
