"""Every field of every model has its level."""

from django.apps import apps

from taoli.common.levels import LEVELS
from tests.matrix.reading import load_tables

load_tables()

KNOWN = {"L1", "L2", "L3", "L4"}
# Third parties' tables: what they hold is named in docs/reference/levels.md.
THIRD_PARTY = {"axes", "contenttypes", "auth", "sessions", "django_tasks_database"}


def fields() -> set[str]:
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label not in THIRD_PARTY
        for field in model._meta.local_fields
    }


def declared() -> set[str]:
    return {f"{model}.{name}" for model, names in LEVELS.items() for name in names}


def test_every_field_has_a_level() -> None:
    assert sorted(fields() - declared()) == []


def test_no_level_is_left_of_a_field_that_is_gone() -> None:
    assert sorted(declared() - fields()) == []


def test_levels_are_known() -> None:
    assert {level for names in LEVELS.values() for level in names.values()} <= KNOWN
