"""Small readers for settings that come from the environment."""

import os
import secrets
from pathlib import Path

TRUE = {"1", "true", "yes", "on"}


def env_str(name: str, default: str = "") -> str:
    """Return a text setting."""
    return os.environ.get(name, default)


def env_bool(name: str, *, default: bool = False) -> bool:
    """Return a yes/no setting."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in TRUE


def env_list(name: str, default: str = "") -> list[str]:
    """Return a comma-separated setting as a list."""
    return [part.strip() for part in env_str(name, default).split(",") if part.strip()]


def env_secret(name: str, folder: Path) -> str:
    """Return a secret: from the environment, else from a file beside the data, made on first use."""
    if value := os.environ.get(name):
        return value
    file = folder / f"{name.lower()}.key"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text()
