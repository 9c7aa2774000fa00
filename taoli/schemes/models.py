"""A school's adopted scheme, version by version."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantModel, kin


class SchemeVersion(TenantModel):
    """A scheme as the school has it: preset plus changes; frozen when published.

    `rules` is the whole scheme as `engine.scheme.dump` gives it, `changes` the school's own clauses (path → value).
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        REPLACED = "replaced", _("replaced")

    preset_key = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    title = models.CharField(_("title"), max_length=120)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    rules = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    checksum = models.CharField(max_length=64, blank=True)
    in_force_from = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.UUIDField(null=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("scheme")
        constraints: ClassVar = [
            *kin("schemes_schemeversion"),
            models.UniqueConstraint(fields=("school", "version"), name="schemes_schemeversion_number"),
        ]

    def __str__(self) -> str:
        return f"{self.title} v{self.version}"
