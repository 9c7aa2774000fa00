"""Photos and files that somebody added to a record; never asked for."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.models import Attachment
from taoli.common.tenancy import TenantForeignKey, kin


class RecordFile(Attachment):
    """A photo or document of an occasion: opened by whoever may read the private text of one of its records."""

    occasion = models.UUIDField()
    by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("file of a record")
        constraints: ClassVar = [*kin("guidance_recordfile", "by")]
        indexes: ClassVar = [models.Index(fields=("school", "occasion"), name="guidance_recordfile_occasion")]
