"""Switches of a school's roster."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantModel, kin


class RosterSettings(TenantModel):
    """What the school wants kept (identity-card numbers only when switched on), and the telephone its letters name."""

    keep_identity_numbers = models.BooleanField(_("keep identity-card numbers"), default=False)
    phone = models.CharField(_("the school's telephone"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("roster settings")
        constraints: ClassVar = [
            *kin("roster_rostersettings"),
            models.UniqueConstraint(fields=("school",), name="roster_rostersettings_one"),
        ]
