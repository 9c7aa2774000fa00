"""For the second database: tests that never touch a database have run with the first and are not collected again."""

import pytest

DATABASE = frozenset({"db", "transactional_db", "django_db_reset_sequences"})


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that ask for a database, by mark or by fixture."""
    items[:] = [item for item in items if touches(item)]


def touches(item: pytest.Item) -> bool:
    """Say whether a test asks for a database."""
    return bool(DATABASE.intersection(getattr(item, "fixturenames", ())) or item.get_closest_marker("django_db"))
