"""The quick way to keep tables in mind comes to the same tables and relations as Django's own."""

import contextlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.core.management import get_commands, load_command_class
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from taoli.common.management.commands.migrate import new_ones_alone

APPS = ("common", "accounts", "roster")


def tables(way: Callable[[], AbstractContextManager[None]]) -> dict[str, Any]:
    """Return table → its fields and what refers to it, after every migration of the first apps, one by one."""
    loader = MigrationLoader(connection)
    graph, state = loader.graph, loader.project_state((), at_end=False)
    plan = [key for app in APPS for leaf in graph.leaf_nodes(app) for key in graph.forwards_plan(leaf)]
    with way():
        assert state.apps.ready is not None  # made here, kept in step from here on
        for key in dict.fromkeys(plan):
            state = graph.nodes[key].mutate_state(state, preserve=True)
    return {
        model._meta.label: (
            [(one.name, one.deconstruct()[1:]) for one in model._meta.local_fields],
            sorted(str(one.field) for one in model._meta.get_fields(include_hidden=True) if hasattr(one, "field")),
        )
        for model in state.apps.get_models()
    }


@pytest.mark.django_db
def test_the_quick_way_comes_to_the_same_tables_as_djangos_own() -> None:
    quick, own = tables(new_ones_alone), tables(contextlib.nullcontext)
    assert quick == own
    assert len(quick["common.School"][1]) > 20


def test_migrate_is_ours() -> None:
    assert load_command_class(get_commands()["migrate"], "migrate").__module__ == new_ones_alone.__module__
