"""Shutting somebody out."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from taoli.common.keeping import tombstones
from tests.world import World


def test_whoever_is_shut_out_is_signed_out_at_the_next_click(
    world: World, tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DATA = tmp_path
    client = world.client("王敏")
    assert client.get("/today/").status_code == 200
    call_command("close_account", "王敏")
    assert client.get("/today/").status_code == 302
    call_command("close_account", "王敏", reopen=True)
    assert client.get("/today/").status_code == 200
    assert capsys.readouterr().out == "王敏 已停用。\n王敏 可以重新登录了。\n"
    assert [json.loads(line)["closed"] for line in tombstones.file().read_text().splitlines()] == [True, False]


def test_an_unknown_account_is_said(world: World) -> None:
    with pytest.raises(CommandError, match="没有账号 无此人"):
        call_command("close_account", "无此人")
