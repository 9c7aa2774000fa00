"""Codes with which students without an account write in a lesson in the computer room."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class SeatCode(TenantModel):
    """A student's code for a seat in the computer room: it lets write, it shows nothing that was written before.

    Printed once; only `selector` (its first half, to find the row) and a keyed `digest` are kept. `failures` since
    `failed_at` slow down who tries this code; it ends at `ends_at`. A reprint makes a new code in the same row.
    """

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    selector = models.CharField(max_length=8, db_index=True)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("seat code")
        constraints: ClassVar = [
            *kin("archive_seatcode", "student"),
            models.UniqueConstraint(fields=("school", "student"), name="archive_seatcode_one"),
            models.UniqueConstraint(fields=("school", "selector"), name="archive_seatcode_selector"),
        ]
