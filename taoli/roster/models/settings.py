"""Switches of a school's roster."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantModel, kin


class RosterSettings(TenantModel):
    """What the school wants kept; identity-card numbers are dropped unless switched on."""

    keep_identity_numbers = models.BooleanField(_("keep identity-card numbers"), default=False)

    class Meta:
        verbose_name = _("roster settings")
        constraints: ClassVar = [
            *kin("roster_rostersettings"),
            models.UniqueConstraint(fields=("school",), name="roster_rostersettings_one"),
        ]
