from pathlib import Path

import pytest

from taoli.config.env import env_bool, env_list, env_secret, env_str


def test_secret_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    first = env_secret("TAOLI_TEST_KEY", tmp_path)
    file = tmp_path / "taoli_test_key.key"
    assert (env_secret("TAOLI_TEST_KEY", tmp_path), file.stat().st_mode & 0o777, len(first) > 40) == (
        first,
        0o600,
        True,
    )


def test_secret_of_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAOLI_TEST_KEY", "given")
    assert env_secret("TAOLI_TEST_KEY", tmp_path) == "given"
    assert list(tmp_path.iterdir()) == []


def test_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAOLI_TEST_LIST", " a, b ,,c")
    monkeypatch.setenv("TAOLI_TEST_YES", "On")
    monkeypatch.setenv("TAOLI_TEST_NO", "0")
    assert env_list("TAOLI_TEST_LIST") == ["a", "b", "c"]
    assert (env_bool("TAOLI_TEST_YES"), env_bool("TAOLI_TEST_NO"), env_bool("TAOLI_TEST_NONE", default=True)) == (
        True,
        False,
        True,
    )
    assert env_str("TAOLI_TEST_NONE", "x") == "x"
