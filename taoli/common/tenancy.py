"""Rows that belong to one school: the first fence.

Every school-owned table inherits `TenantModel`; every link inside a school is a `TenantForeignKey` with a `SameSchool`
constraint, so that the database itself refuses another school's row. The guard that tests switch on is in `guard.py`.
"""

import contextlib
import contextvars
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models
from django.db.models.expressions import Col
from django.db.models.lookups import Exact

from taoli.common.ids import new_id

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_Set = TypeVar("_Set")
_Get = TypeVar("_Get")

_reason: contextvars.ContextVar[str] = contextvars.ContextVar("cross_school", default="")


@contextlib.contextmanager
def cross_school(reason: str) -> Iterator[None]:
    """Allow statements without a school inside the block: for rollups, sign-in and whole-database checks only."""
    token = _reason.set(reason)
    try:
        yield
    finally:
        _reason.reset(token)


def crossing() -> str:
    """Return the reason of the open `cross_school` block, or an empty text."""
    return _reason.get()


class SameSchool(models.BaseConstraint):
    """FOREIGN KEY (school_id, x_id) REFERENCES parent (school_id, id), on every engine."""

    def __init__(self, field: str, *, name: str) -> None:
        """Name the link `field` whose two ends must be of one school."""
        super().__init__(name=name)
        self.field = field

    def _clause(self, model: type[models.Model], editor: "BaseDatabaseSchemaEditor") -> str:
        field: Any = model._meta.get_field(self.field)
        quote = editor.quote_name
        parent = field.related_model._meta.db_table
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY ({quote('school_id')}, {quote(field.column)}) "
            f"REFERENCES {quote(parent)} ({quote('school_id')}, {quote('id')}) DEFERRABLE INITIALLY DEFERRED"
        )

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        """Return the clause for CREATE TABLE; only SQLite writes it inline, elsewhere it is added at the end."""
        if schema_editor.connection.vendor == "sqlite":
            return self._clause(model, schema_editor)
        self.create_sql(model, schema_editor)
        return ""

    def create_sql(self, model: Any, schema_editor: Any) -> None:  # type: ignore[override]
        """Add the constraint at the end: the parent's UNIQUE (school, id) may come later in the same migration."""
        if schema_editor.connection.vendor == "sqlite":
            return
        table = schema_editor.quote_name(model._meta.db_table)
        schema_editor.deferred_sql.append(f"ALTER TABLE {table} ADD {self._clause(model, schema_editor)}")

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return the statement that drops the constraint (SQLite makes the table anew instead)."""
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {schema_editor.quote_name(self.name)}"

    def validate(self, *args: Any, **kwargs: Any) -> None:
        """Leave the check to `TenantForeignKey.validate` and the database."""

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Return what a migration needs to write this constraint."""
        path, _args, kwargs = super().deconstruct()
        return path, (self.field,), dict(kwargs)

    def __eq__(self, other: object) -> bool:
        """Compare by name and field."""
        return isinstance(other, SameSchool) and (other.name, other.field) == (self.name, self.field)

    def __hash__(self) -> int:
        """Hash by name and field."""
        return hash((self.name, self.field))


def kin(table: str, *links: str) -> list[models.BaseConstraint]:
    """Return the constraints every school table has: UNIQUE (school, id), and `SameSchool` for each link."""
    unique = models.UniqueConstraint(fields=("school", "id"), name=f"{table}_school_id")
    return [unique, *(SameSchool(link, name=f"{table}_{link}_kin") for link in links)]


class TenantForeignKey(models.ForeignKey[_Set, _Get]):
    """Link between two rows of one school; joins carry the school, and its constraint is `SameSchool`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave the plain database constraint out: the composite one takes its place."""
        kwargs["db_constraint"] = False
        kwargs.setdefault("db_index", False)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Return one migration form for all engines."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("db_constraint", None)
        return name, path, args, kwargs

    def get_extra_restriction(self, alias: Any, related_alias: Any) -> Any:
        """Add `a.school_id = b.school_id` to each join."""
        mine: Any = self.model._meta.get_field("school")
        theirs: Any = self.related_model._meta.get_field("school")
        return Exact(Col(alias, theirs), Col(related_alias, mine))

    def get_extra_descriptor_filter(self, instance: models.Model) -> dict[str, Any]:
        """Add the school when the other end is fetched from an instance."""
        return {"school_id": instance.school_id}  # type: ignore[attr-defined]

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Check existence inside the instance's own school."""
        if self.remote_field.parent_link or value is None or model_instance is None:
            super(models.ForeignKey, self).validate(value, model_instance)
            return
        super(models.ForeignKey, self).validate(value, model_instance)
        key = str(self.remote_field.field_name)
        parents = self.related_model._default_manager.filter(**{key: value})
        rows = parents.filter(school_id=model_instance.school_id)  # type: ignore[attr-defined]
        if not rows.exists():
            from django.core.exceptions import ValidationError

            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"value": value})


class TenantQuerySet(models.QuerySet[_Set]):  # type: ignore[type-var]
    """A query that starts by naming its school."""

    def of(self, school: Any) -> Self:
        """Keep the rows of one school, given as a School or its number."""
        return self.filter(school_id=getattr(school, "pk", school))


class TenantModel(models.Model):
    """A row that belongs to one school for ever."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    school = models.ForeignKey("common.School", on_delete=models.PROTECT, db_index=False, related_name="+")

    objects = TenantQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, but never into another school."""
        if getattr(self, "_loaded_school", None) not in (None, self.school_id):
            msg = "a row's school is fixed; a transfer is a service of its own"
            raise ValueError(msg)
        super().save(*args, **kwargs)

    @classmethod
    def from_db(cls, db: str | None, field_names: Any, values: Any, **kwargs: Any) -> Self:
        """Remember the school the row was loaded with."""
        row = super().from_db(db, field_names, values, **kwargs)
        row._loaded_school = row.__dict__.get("school_id")  # type: ignore[attr-defined]  # noqa: SLF001 its own
        return row

    def _do_update(self, base_qs: Any, *args: Any, **kwargs: Any) -> Any:
        return super()._do_update(base_qs.filter(school_id=self.school_id), *args, **kwargs)

    def refresh_from_db(self, using: Any = None, fields: Any = None, from_queryset: Any = None) -> None:
        """Reload the row within its school."""
        rows = type(self)._base_manager.db_manager(using) if from_queryset is None else from_queryset
        super().refresh_from_db(using, fields, rows.filter(school_id=self.school_id))

    def delete(self, *_args: Any, **_kwargs: Any) -> Any:
        """Refuse: school rows are closed, not deleted."""
        msg = "school rows are closed, not deleted; use a query of one school"
        raise TypeError(msg)


def tenant_models() -> list[type[TenantModel]]:
    """Return every concrete model that belongs to a school."""
    from django.apps import apps

    return [model for model in apps.get_models() if issubclass(model, TenantModel)]
