"""What graduates take along: a code for each, and the files of a class for the office."""

import datetime as dt
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class TakeAlong(TenantModel):
    """A graduate's code for the own archive: it is good once, until `ends_at`.

    Printed once; only `selector` (its beginning, to find the row) and a keyed `digest` are kept. `failures` since
    `failed_at` slow down who tries this code. A reprint makes a new code in the same row.
    """

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    selector = models.CharField(max_length=8, db_index=True)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    fetched_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("code for the own archive")
        constraints: ClassVar = [
            *kin("handover_takealong", "student"),
            models.UniqueConstraint(fields=("school", "student"), name="handover_takealong_one"),
            models.UniqueConstraint(fields=("school", "selector"), name="handover_takealong_selector"),
        ]


class GraduationBundle(TenantModel):
    """The archives of a class's graduates in one file, kept a day for whoever asked for it."""

    KEPT = dt.timedelta(hours=24)

    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    left_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)
    students = models.PositiveSmallIntegerField(default=0)
    size = models.PositiveIntegerField(default=0)
    data = models.BinaryField()

    class Meta:
        verbose_name = _("graduates' archives of a class")
        constraints: ClassVar = [*kin("handover_graduationbundle", "school_class")]
