"""Django's `migrate`, in a quarter of its time on an empty database."""

import contextlib
from collections.abc import Iterator
from typing import Any
from unittest import mock

from django.core.management.commands import migrate
from django.db.migrations.state import ModelState, ProjectState


class Command(migrate.Command):
    """`manage.py migrate` as Django's own; only how it keeps the tables in mind on the way forwards is ours."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate; to a named migration, which may be backwards, in Django's own way."""
        with contextlib.nullcontext() if options["migration_name"] else new_ones_alone():
            super().handle(*args, **options)


@contextlib.contextmanager
def new_ones_alone() -> Iterator[None]:
    """Make the class of a new table only, not anew those of all tables around it (decision 28)."""
    with mock.patch.object(ProjectState, "add_model", _add_model):
        yield


def _add_model(state: Any, model: ModelState) -> None:
    """Nothing refers to a table before it is there, so no other class can be out of date."""
    key = model.app_label, model.name_lower
    state.models[key] = model
    if state._relations is not None:  # noqa: SLF001 as Django itself
        state.resolve_model_relations(key)
    if "apps" in state.__dict__:
        state.apps.render_multiple([model])
