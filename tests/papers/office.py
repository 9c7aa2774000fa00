"""LibreOffice with the project's own fonts, so that a page looks the same on every machine."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from taoli.documents.official.rendering import FONTS
from tools import system

SERIF, SANS = "Noto Serif SC", "Noto Sans SC"
FAMILIES = {"宋体": SERIF, "仿宋": SERIF, "楷体": SERIF, "黑体": SANS}
SECONDS = 600


def as_pdf(files: Iterable[Path], folder: Path) -> None:
    """Convert Word files in one call; each lies in `folder` as PDF afterwards."""
    program = system.office()
    if program is None:
        raise RuntimeError("LibreOffice is needed: apt-get install libreoffice-writer-nogui")
    folder.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"FONTCONFIG_FILE": str(_fonts(folder)), "HOME": str(folder)}
    command = [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=SECONDS)


def _fonts(folder: Path) -> Path:
    """Write which font stands for which, and no other font at all."""
    alias = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{font}</string></edit></match>'
        for name, font in FAMILIES.items()
    )
    file = folder / "fonts.conf"
    file.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{FONTS}</dir>'
        f"<cachedir>{folder / 'fonts'}</cachedir>{alias}</fontconfig>",
        encoding="utf-8",
    )
    return file
