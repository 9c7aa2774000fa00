"""The key under which what is sealed about a student (L4) is kept."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class StudentKey(TenantModel):
    """A student's own key, itself sealed under the key outside the database: who has the database alone reads nothing.

    Throwing this row's `wrapped` away makes all that was sealed about the student unreadable, in backups of later days
    too.
    """

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    wrapped = models.CharField(max_length=200)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("student's key")
        constraints: ClassVar = [
            *kin("roster_studentkey", "student"),
            models.UniqueConstraint(fields=("school", "student"), name="roster_studentkey_one"),
        ]
