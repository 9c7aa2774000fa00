"""Notes that nobody but the student can open."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class SealedNote(TenantModel):
    """A note encrypted in the student's browser with a key made from a phrase that never leaves it (decision 0018).

    `sealed` is version, salt, nonce and ciphertext in one text; the server can neither read nor search it. When the
    student throws it away the text is erased and only the day remains.
    """

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    sealed = models.TextField(blank=True)
    written_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("note for me alone")
        constraints: ClassVar = [*kin("archive_sealednote", "student")]
        indexes: ClassVar = [models.Index(fields=("school", "student"), name="archive_sealednote_student")]
