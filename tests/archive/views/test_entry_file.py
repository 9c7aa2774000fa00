import uuid

import pytest

from taoli.archive.models import EntryFile
from taoli.common.models import ViewLog
from tests.archive.keeping import drawn, keep
from tests.world import World


@pytest.fixture
def file(world: World) -> EntryFile:
    """王敏 adds a picture that the class's teachers may see."""
    keep(world, files=[drawn()])
    return EntryFile.objects.of(world.school).get()


def url(pk: uuid.UUID) -> str:
    return f"/archive/entries/files/{pk}/"


@pytest.mark.parametrize(("name", "logged"), [("王敏", 0), ("林子涵", 0), ("李慧", 1)])
def test_who_may_read_the_words_opens_it(world: World, file: EntryFile, name: str, logged: int) -> None:
    answer = world.client(name).get(url(file.pk))
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert ViewLog.objects.of(world.school).filter(page="archive:entry_file").count() == logged


def test_others_do_not_find_it(world: World, file: EntryFile) -> None:
    assert world.client("林母").get(url(file.pk)).status_code == 404
    assert world.client("王敏").get(url(uuid.uuid4())).status_code == 404
    assert world.client("郑明").get(url(file.pk)).status_code == 403
