from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.handover.sending import Two, sent


def checked(*arguments: str) -> str:
    out = StringIO()
    call_command("check_package", *arguments, stdout=out)
    return out.getvalue()


def test_a_sound_package_is_told_and_kept_out_of_the_database(both: Two, tmp_path: Path) -> None:
    file = tmp_path / "one.taoli"
    file.write_bytes(bytes(sent(both).data or b""))
    assert "桃李中学 → 邻校" in checked(str(file))
    assert "桃李中学 → 邻校" in checked(str(file), "--school", "linxiao")


def test_faults_are_said_and_the_command_fails(both: Two, tmp_path: Path) -> None:
    file = tmp_path / "one.taoli"
    file.write_bytes(bytes(sent(both).data or b""))
    out = StringIO()
    with pytest.raises(CommandError, match="one"):
        call_command("check_package", str(file), "--school", "taoli", stdout=out)
    assert "不是给本校的" in out.getvalue()
    for wrong in ((str(file), "--school", "nowhere"), (str(tmp_path / "none.taoli"),)):
        with pytest.raises(CommandError):
            checked(*wrong)
