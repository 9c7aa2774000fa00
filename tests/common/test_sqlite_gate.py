import pytest

from taoli.common.sqlite_gate import Version, init_command, install, safe_for_wal

TABLE: dict[Version, bool] = {
    (3, 6, 23): True,
    (3, 7, 0): False,
    (3, 40, 1): False,
    (3, 44, 5): False,
    (3, 44, 6): True,
    (3, 45, 0): False,
    (3, 50, 6): False,
    (3, 50, 7): True,
    (3, 51, 2): False,
    (3, 51, 3): True,
    (3, 53, 4): True,
}


@pytest.mark.parametrize(("version", "safe"), TABLE.items())
def test_wal_is_used_only_where_it_cannot_corrupt(version: Version, safe: bool) -> None:
    assert safe_for_wal(version) is safe
    assert ("journal_mode=WAL" in init_command(version)) is safe
    assert "synchronous=FULL" in init_command(version)


def test_the_bundled_sqlite_is_in_use_and_safe() -> None:
    assert safe_for_wal(install())
