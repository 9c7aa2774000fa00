"""The database itself refuses to change what is published."""

import datetime as dt

import pytest
from django.db import DatabaseError, transaction

from taoli.schemes.models import SchemeVersion
from tests.world import World


@pytest.mark.parametrize(
    "change",
    [
        {"rules": {}},
        {"changes": {}},
        {"checksum": "x"},
        {"in_force_from": dt.date(2026, 1, 1)},
        {"title": "x"},
        {"state": "draft"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_published_rows_are_not_changed_by_any_statement(
    world: World, published: SchemeVersion, change: dict[str, object]
) -> None:
    rows = SchemeVersion.objects.of(world.school).filter(pk=published.pk)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        rows.update(**change)
    before = SchemeVersion.objects.of(world.school).get(pk=published.pk)
    assert (before.checksum, before.state) == (published.checksum, "published")


def test_they_may_be_replaced_and_drafts_may_change(world: World, published: SchemeVersion) -> None:
    rows = SchemeVersion.objects.of(world.school).filter(pk=published.pk)
    assert rows.update(state="replaced") == 1
    draft = SchemeVersion.objects.create(school=world.school, preset_key="x", version=9, title="草稿")
    assert SchemeVersion.objects.of(world.school).filter(pk=draft.pk).update(title="另一份") == 1
