"""The own index of two-character words."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class RecordGram(TenantModel):
    """Two characters that stand side by side in a submitted record: as sensitive as the text they come from.

    Kept by `services.search.index_records`; the rows of a record that is corrected or withdrawn are gone.
    """

    record = TenantForeignKey("guidance.GuidanceRecord", on_delete=models.PROTECT, related_name="+")
    gram = models.CharField(max_length=4)

    class Meta:
        verbose_name = _("word pair of a record")
        constraints: ClassVar = [
            *kin("guidance_recordgram", "record"),
            models.UniqueConstraint(fields=("school", "gram", "record"), name="guidance_recordgram_one"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "record"), name="guidance_recordgram_of")]
