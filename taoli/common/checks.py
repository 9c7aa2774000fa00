"""`manage.py check`: the conventions of docs/decisions on tenancy that need no database."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core import checks
from django.db import models

from taoli.common.tenancy import SameSchool, TenantForeignKey, TenantModel, tenant_models

SHARED = {"common.School", "common.Area", "schemes.BaseScheme"}


@checks.register("tenancy")
def tenancy(**_kwargs: Any) -> list[checks.CheckMessage]:
    """Refuse models that break a tenancy rule."""
    found: list[checks.CheckMessage] = []
    for model in tenant_models():
        found += [
            *_keys(model),
            *_links(model),
            *_uniques(model),
        ]
    for any_model in apps.get_models():
        found += [*_shared(any_model), *_related_names(any_model)]
    return found


def _error(model: type[models.Model], text: str, number: int) -> checks.Error:
    file = f"{model.__module__.replace('.', '/')}.py"
    return checks.Error(text, hint=f"see {file}", obj=model, id=f"tenancy.E{number:03d}")


def _keys(model: type[TenantModel]) -> Iterator[checks.Error]:
    key = model._meta.pk
    if not isinstance(key, models.UUIDField) or key.name != "id":
        yield _error(model, "primary key must be the UUID id of TenantModel", 1)
    for field in model._meta.local_fields:
        if field.unique and not field.primary_key:
            yield _error(model, f"{field.name}: unique=True without school", 2)
    for many in model._meta.local_many_to_many:
        if not issubclass(many.remote_field.through, TenantModel):  # type: ignore[arg-type]
            yield _error(model, f"{many.name}: many-to-many needs a TenantModel through", 10)


def _links(model: type[TenantModel]) -> Iterator[checks.Error]:
    constraints = model._meta.constraints
    for field in model._meta.local_fields:
        if field.remote_field is None or field.name == "school":
            continue
        parent: Any = field.related_model
        if not issubclass(parent, TenantModel):
            if parent._meta.label not in SHARED:
                yield _error(model, f"{field.name}: foreign key to {parent._meta.label}, neither tenant nor shared", 4)
            continue
        if not isinstance(field, TenantForeignKey):
            yield _error(model, f"{field.name}: use TenantForeignKey", 3)
            continue
        if not any(isinstance(c, SameSchool) and c.field == field.name for c in constraints):
            yield _error(model, f"{field.name}: no SameSchool constraint", 5)
        if not any(_is_school_id(c) for c in parent._meta.constraints):
            yield _error(model, f"{parent._meta.label}: needs UNIQUE (school, id)", 6)


def _is_school_id(constraint: models.BaseConstraint) -> bool:
    return isinstance(constraint, models.UniqueConstraint) and set(constraint.fields) == {"school", "id"}


def _uniques(model: type[TenantModel]) -> Iterator[checks.Error]:
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and "school" not in constraint.fields:
            yield _error(model, f"{constraint.name}: unique constraint without school", 7)
    for group in model._meta.unique_together:
        if "school" not in group:
            yield _error(model, f"unique_together {group} without school", 8)
    for index in model._meta.indexes:
        if index.fields and index.fields[0] != "school":
            yield _error(model, f"{index.name}: index does not start with school", 9)


def _shared(model: type[models.Model]) -> Iterator[checks.Error]:
    if issubclass(model, TenantModel):
        return
    for field in model._meta.local_fields:
        parent: Any = field.related_model if field.remote_field else None
        if parent and issubclass(parent, TenantModel):
            yield _error(model, f"{field.name}: a shared table points into a school's table", 11)


def _related_names(model: type[models.Model]) -> Iterator[checks.Error]:
    if not model.__module__.startswith("taoli."):
        return
    for field in model._meta.local_fields:
        link, parent = field.remote_field, field.related_model
        if link is None or not isinstance(parent, type):
            continue
        if parent._meta.app_label != model._meta.app_label and link.related_name != "+":
            yield _error(model, f'{field.name}: a link to another app needs related_name="+"', 12)
