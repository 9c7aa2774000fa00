"""What the tests need from the system: a browser, a Chinese font, a PostgreSQL server, LibreOffice.

Root on Debian gets them by apt; elsewhere Playwright's own browser serves, and PostgreSQL and LibreOffice are used if
they are there.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HEADLESS = "chromium-headless-shell"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", HEADLESS)
OFFICE = ("soffice", "libreoffice")
POSTGRES_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")


def chromium() -> str | None:
    """Return the path of the system's Chromium, None if it has none."""
    return next((found for name in CHROMIUM if (found := shutil.which(name))), None)


def headless() -> str | None:
    """Return the path of what draws pages without windows: half the work of a whole browser, which does if need be."""
    return shutil.which(HEADLESS) or chromium()


def office() -> str | None:
    """Return the path of LibreOffice, None if the system has none."""
    return next((found for name in OFFICE if (found := shutil.which(name))), None)


def postgres_bin() -> Path | None:
    """Return the folder that holds initdb and pg_ctl, the newest if there are several."""
    found = [folder for pattern in POSTGRES_FOLDERS for folder in Path("/").glob(pattern[1:])]
    if on_path := shutil.which("pg_ctl"):
        found.append(Path(on_path).resolve().parent)
    return max((folder for folder in found if (folder / "initdb").exists()), key=version, default=None)


def version(folder: Path) -> int:
    """Return the major version of the server whose programs are in `folder`."""
    answer = subprocess.run([folder / "pg_ctl", "--version"], capture_output=True, text=True, check=True)
    return int(answer.stdout.split()[-1].partition(".")[0].partition("beta")[0])


def install(*, browser: bool) -> None:
    """Install what is missing as far as this machine allows; whoever needs it fails without."""
    if browser and not shutil.which(HEADLESS):
        _apt([HEADLESS])  # by itself: a system that does not know it shall still get the rest
    wanted = [] if postgres_bin() else ["postgresql"]
    wanted += [] if office() else ["libreoffice-writer-nogui"]
    if browser:
        wanted += [] if headless() else ["chromium"]
        wanted += [] if chinese_font() else ["fonts-noto-cjk"]
    _apt(wanted)
    if browser and not headless():
        print("--- Playwright's own browser", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def _apt(wanted: list[str]) -> None:
    if not wanted or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print(f"--- System packages: {' '.join(wanted)}", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q", "-q"], check=False, env=quiet)
    command = ["apt-get", "install", "-y", "-q", "-q", "--no-install-recommends", *wanted]
    subprocess.run(command, check=False, env=quiet, stdout=subprocess.DEVNULL)


def chinese_font() -> bool:
    """Say whether the system can draw Chinese."""
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())
