"""A school's own Word templates."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantModel, kin


class FormTemplate(TenantModel):
    """A version of the Word template that a school puts in the place of a form's own.

    In the database like all files: a backup is whole, and no path leads around permissions.
    """

    class State(models.TextChoices):
        """At most one version of a form is in use; the others can be used again."""

        IN_USE = "in_use", pgettext_lazy("template", "in use")
        REPLACED = "replaced", pgettext_lazy("template", "replaced")
        WITHDRAWN = "withdrawn", pgettext_lazy("template", "set aside")

    form = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.IN_USE)
    name = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    note = models.CharField(max_length=200, blank=True)
    by = models.UUIDField(null=True)
    by_name = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("form template")
        constraints: ClassVar = [
            *kin("documents_formtemplate"),
            models.UniqueConstraint(fields=("school", "form", "version"), name="documents_formtemplate_version"),
            models.UniqueConstraint(
                fields=("school", "form"),
                condition=models.Q(state="in_use"),
                name="documents_formtemplate_one_in_use",
            ),
        ]
