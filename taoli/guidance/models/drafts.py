"""Words that are not sent yet, kept for their author on every device."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class RecordDraft(TenantModel):
    """What somebody has typed and chosen on a record page and not saved: nobody else ever reads it.

    `fields`: name → [value, milliseconds since 1970 when it was changed, by the server's clock]. `settled_at`: when it
    was saved as a record or thrown away; what a device kept from before that is then void there too.
    """

    author = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=80)
    path = models.CharField(max_length=200, blank=True)
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("draft of a record")
        constraints: ClassVar = [
            *kin("guidance_recorddraft", "author"),
            models.UniqueConstraint(fields=("school", "author", "key"), name="guidance_recorddraft_one"),
        ]
