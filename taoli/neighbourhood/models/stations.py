"""Community stations and family-education stations: of a street office, no education authority."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Station(TenantModel):
    """One station within a bureau's fence."""

    class Kind(models.TextChoices):
        """What it is for."""

        COMMUNITY = "community", pgettext_lazy("station", "community station")
        FAMILY = "family", pgettext_lazy("station", "family-education station")

    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    street = models.CharField(_("street or town"), max_length=40)
    address = models.CharField(_("address"), max_length=120, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    hours = models.CharField(_("open when"), max_length=120, blank=True)
    closed_on = models.DateField(_("closed since"), null=True, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("station")
        constraints: ClassVar = [
            *kin("neighbourhood_station"),
            models.UniqueConstraint(fields=("school", "name"), name="neighbourhood_station_name"),
        ]

    def __str__(self) -> str:
        return self.name


class StationPost(TenantModel):
    """Somebody works at a station for a time."""

    station = TenantForeignKey(Station, on_delete=models.PROTECT, related_name="posts")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("post at a station")
        constraints: ClassVar = [*kin("neighbourhood_stationpost", "station", "staff")]
        indexes: ClassVar = [models.Index(fields=("school", "staff"), name="neighbourhood_post_staff")]
