"""Families who come to a station: seen by the staff of that station and by nobody else."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.neighbourhood.models.stations import Station


class StationAppointment(TenantModel):
    """One family asks for a time. No child's name is asked for, and no account. `wanted` is the time the family
    likes, `agreed` the one settled; a cancelled one keeps `told`, the words for the telephone. Contact, question and
    note are taken away after a year (`erased_on`); what is left is counted.
    """

    class Topic(models.TextChoices):
        """What it is about."""

        STUDY = "study", pgettext_lazy("topic", "learning")
        TALK = "talk", pgettext_lazy("topic", "talking with the child")
        MOOD = "mood", pgettext_lazy("topic", "mood and sleep")
        SCREEN = "screen", pgettext_lazy("topic", "telephone and games")
        FRIENDS = "friends", pgettext_lazy("topic", "friends")
        OTHER = "other", pgettext_lazy("topic", "something else")

    class State(models.TextChoices):
        """Where it stands."""

        ASKED = "asked", pgettext_lazy("appointment", "asked for")
        AGREED = "agreed", pgettext_lazy("appointment", "agreed")
        DONE = "done", pgettext_lazy("appointment", "took place")
        NOT_COME = "not_come", pgettext_lazy("appointment", "nobody came")
        CANCELLED = "cancelled", pgettext_lazy("appointment", "cancelled")

    station = TenantForeignKey(Station, on_delete=models.PROTECT, related_name="appointments")
    topic = models.CharField(_("kind of question"), max_length=10, choices=Topic.choices)
    wanted = models.DateTimeField(_("time you would like"), null=True, blank=True)
    agreed = models.DateTimeField(_("time agreed"), null=True, blank=True)
    called = models.CharField(_("how we may call you"), max_length=30, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    pupil_of = models.CharField(_("school"), max_length=60, blank=True)
    question = models.CharField(_("in a few words"), max_length=200, blank=True)
    note = models.TextField(_("what was done"), max_length=500, blank=True)
    told = models.CharField(_("to be told by telephone"), max_length=200, blank=True)
    by_phone = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    made_at = models.DateTimeField()
    settled_on = models.DateField(null=True, blank=True)
    erased_on = models.DateField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("appointment at a station")
        constraints: ClassVar = [*kin("neighbourhood_stationappointment", "station")]
        indexes: ClassVar = [
            models.Index(fields=("school", "station", "state"), name="neighbourhood_appt_state"),
            models.Index(fields=("school", "made_at"), name="neighbourhood_appt_made"),
        ]


_State = StationAppointment.State
OPEN = (_State.ASKED, _State.AGREED)
APPOINTMENT_MOVES = {
    _State.ASKED: {_State.AGREED, _State.CANCELLED, _State.DONE},
    _State.AGREED: {_State.AGREED, _State.DONE, _State.NOT_COME, _State.CANCELLED},
    _State.DONE: set(),
    _State.NOT_COME: {_State.AGREED},
    _State.CANCELLED: set(),
}
