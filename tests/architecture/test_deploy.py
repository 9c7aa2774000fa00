"""The files of deploy/ and the guides name only what the project has."""

import configparser
import re
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import get_commands

from tests.architecture.tree import ROOT, relative

DEPLOY = ROOT / "deploy"
FILES = sorted(file for file in DEPLOY.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
GUIDES = sorted((ROOT / "docs" / "howto").glob("*.md"))
# Where a command of ours is named: after manage.py, after the wrapper, or as the wrapper's argument.
CALLED = re.compile(r"(?:manage\.py|deploy/taoli)[\"',]*\s+[\"']?([a-z][a-z_]+)\b")
SETTING = re.compile(r"TAOLI_[A-Z_]*[A-Z]")
UNITS = sorted((DEPLOY / "systemd").glob("taoli-*"))
HARDENED = {"NoNewPrivileges", "ProtectSystem", "ProtectHome", "PrivateTmp", "CapabilityBoundingSet", "UMask"}


def settings() -> set[str]:
    return set(re.findall(r"^(TAOLI_\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def unit(file: Path) -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(file)
    return parser


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return found


@pytest.mark.parametrize("file", [*FILES, *GUIDES], ids=relative)
def test_every_command_named_is_a_command_of_ours(file: Path) -> None:
    assert set(CALLED.findall(file.read_text(encoding="utf-8"))) <= get_commands().keys()


@pytest.mark.parametrize("file", [*FILES, *GUIDES], ids=relative)
def test_every_setting_named_is_a_setting_of_ours(file: Path) -> None:
    assert set(SETTING.findall(file.read_text(encoding="utf-8"))) <= settings()


def test_the_search_sees_commands_and_settings() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in [*FILES, *GUIDES])
    named = {"backup", "restore", "restore_drill", "upgrade", "move_database", "make_certificate", "db_worker"}
    assert named | {"deployment_check", "collectstatic", "start_school", "close_account"} <= set(CALLED.findall(text))
    assert {"TAOLI_DATA", "TAOLI_KEYS", "TAOLI_BACKUPS", "TAOLI_PLACE", "TAOLI_DATABASE"} <= set(SETTING.findall(text))


@pytest.mark.parametrize("guide", [file for file in GUIDES if not file.name.endswith(".zh-CN.md")], ids=relative)
def test_every_guide_is_there_in_both_languages_with_the_same_commands(guide: Path) -> None:
    chinese = guide.with_name(f"{guide.stem}.zh-CN.md").read_text(encoding="utf-8")
    english = guide.read_text(encoding="utf-8")
    assert sorted(CALLED.findall(chinese)) == sorted(CALLED.findall(english))
    assert chinese.count("\n## ") == english.count("\n## ")


def test_services_are_hardened_and_start_what_is_there() -> None:
    services = [file for file in UNITS if file.suffix == ".service"]
    assert len(services) == 8
    for file in services:
        service = unit(file)["Service"]
        assert set(service) >= HARDENED, file.name
        assert (service["User"], service["EnvironmentFile"]) == ("taoli", "/etc/taoli/taoli.env")
        assert service["ExecStart"].startswith("/opt/taoli/.venv/bin/python ")
        guide = unit(file)["Unit"]["Documentation"].removeprefix("file:///opt/taoli/")
        assert (ROOT / guide).exists()


def test_every_timer_has_its_service() -> None:
    timers = [file for file in UNITS if file.suffix == ".timer"]
    assert [file.stem for file in timers] == [
        "taoli-alarm",
        "taoli-backup",
        "taoli-drill",
        "taoli-notices",
        "taoli-proof",
        "taoli-tidy",
    ]
    for file in timers:
        assert file.with_suffix(".service").exists()
        assert unit(file)["Timer"]["Persistent"] == "yes"


def test_every_way_of_keeping_the_hours_runs_the_same_commands() -> None:
    kept = set(CALLED.findall((DEPLOY / "keeper.sh").read_text()))
    units = {command for file in UNITS for command in CALLED.findall(file.read_text())}
    windows = set(CALLED.findall((DEPLOY / "windows" / "install.ps1").read_text(encoding="utf-8")))
    assert kept == units - {"db_worker"}
    assert kept <= windows


def test_the_installer_names_every_unit_that_starts_by_itself() -> None:
    enabled = re.findall(r"taoli-\w+\.\w+", (DEPLOY / "systemd" / "install.sh").read_text())
    assert sorted(enabled) == sorted(file.name for file in UNITS if unit(file).has_section("Install"))


def test_compose_is_built_from_files_that_are_there() -> None:
    services = compose()["services"]
    assert set(services) == {"web", "worker", "keeper", "database", "proxy"}
    build = services["web"]["build"]
    assert (DEPLOY / build["context"] / build["dockerfile"]).exists()
    mounts = [mount.split(":") for service in services.values() for mount in service.get("volumes", [])]
    for source, *_rest in mounts:
        assert (DEPLOY / source).exists() if source.startswith(".") else source in compose()["volumes"]
    assert (ROOT / services["keeper"]["command"][1]).exists()


def test_the_proxy_never_sees_the_backup_key() -> None:
    mounted = {mount.split(":")[0] for mount in compose()["services"]["proxy"]["volumes"]}
    assert mounted & {"keys", "data", "backups"} == set()


def test_images_are_pinned_to_a_version_and_nothing_else_is_fetched() -> None:
    text = (DEPLOY / "Dockerfile").read_text()
    images = [
        *re.findall(r"^FROM (\S+)", text, re.MULTILINE),
        *(service["image"] for service in compose()["services"].values() if "build" not in service),
    ]
    assert len(images) == 4
    assert [image for image in images if not re.fullmatch(r"[a-z]+:\d[\w.-]*", image)] == []
    assert "http" not in text
    assert set(re.findall(r"^COPY (?:--from=build )?(\S+)", text, re.MULTILINE)) == {".", "/app"}


def test_the_postgresql_of_compose_is_that_of_the_image() -> None:
    """Debian 12's client programs are of version 15; pg_dump must not be older than the server."""
    assert "bookworm" in (DEPLOY / "Dockerfile").read_text()
    assert compose()["services"]["database"]["image"].startswith("postgres:15")


def test_files_the_windows_script_names_are_there() -> None:
    text = (DEPLOY / "windows" / "install.ps1").read_text()
    for name in re.findall(r"(?:requirements|docs|deploy)\\[\w\\.-]+", text):
        assert (ROOT / name.replace("\\", "/")).exists(), name
    assert (ROOT / "build.mjs").exists()
    assert text.count("{") == text.count("}")
    assert text.count("(") == text.count(")")


@pytest.mark.parametrize("file", [file for file in FILES if file.read_text().startswith("#!/bin/sh")], ids=relative)
def test_shell_scripts_can_be_read_by_a_shell(file: Path) -> None:
    assert subprocess.run(["sh", "-n", str(file)], check=False).returncode == 0


def test_the_wrapper_can_be_started_and_has_the_folders_of_the_services() -> None:
    wrapper = DEPLOY / "taoli"
    assert wrapper.stat().st_mode & stat.S_IXUSR
    web = (DEPLOY / "systemd" / "taoli-web.service").read_text()
    told = dict(re.findall(r"(TAOLI_\w+)=(/\S+)", web))
    assert dict(re.findall(r"(TAOLI_\w+)=(\S+)", wrapper.read_text())) == told
