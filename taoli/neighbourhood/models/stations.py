"""Community stations and family-education stations: of a street office, no education authority."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Station(TenantModel):
    """One station within a bureau's fence. `door` is the word in its public address; `slots` are its weekly times:
    [{"weekday": 5, "starts": "09:00", "ends": "11:30"}], Monday being 0.
    """

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
    slots = models.JSONField(default=list)
    door = models.CharField(max_length=16, blank=True)
    closed_on = models.DateField(_("closed since"), null=True, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("station")
        constraints: ClassVar = [
            *kin("neighbourhood_station"),
            models.UniqueConstraint(fields=("school", "name"), name="neighbourhood_station_name"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "door"), name="neighbourhood_station_door")]

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


class StationDuty(TenantModel):
    """A day on which social mentors and mentors of schools serve at a station; who comes is told in words, as the
    bureau knows no school's people.
    """

    station = TenantForeignKey(Station, on_delete=models.PROTECT, related_name="duties")
    day = models.DateField(_("day"))
    hours = models.CharField(_("from when until when"), max_length=40)
    social = models.CharField(_("social mentors"), max_length=120)
    mentors = models.CharField(_("mentors of schools"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("service day at a station")
        constraints: ClassVar = [*kin("neighbourhood_stationduty", "station")]
        indexes: ClassVar = [models.Index(fields=("school", "day"), name="neighbourhood_duty_day")]
