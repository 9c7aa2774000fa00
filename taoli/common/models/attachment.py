"""A file kept with a row: the base of each app's own table."""

from typing import ClassVar

from django.db import models

from taoli.common.tenancy import TenantModel


class Attachment(TenantModel):
    """A cleaned picture or document, in the database: a backup is whole, and no path leads around permissions.

    The table that inherits says to which row it belongs and who may open it; `data` is what `pictures.cleaned` made.
    """

    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    data = models.BinaryField()
    added_at = models.DateTimeField()

    class Meta:
        abstract = True
        indexes: ClassVar[list[models.Index]] = []
