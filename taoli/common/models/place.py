"""Areas and schools: shared by all, owned by nobody."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Area(models.Model):
    """A district or a city, above its schools."""

    class Kind(models.TextChoices):
        """Height in the tree."""

        DISTRICT = "district", _("district")
        CITY = "city", _("city")

    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")

    class Meta:
        verbose_name = _("area")

    def __str__(self) -> str:
        return self.name


class School(models.Model):
    """One institution: the first fence around all its rows. A bureau of education has a fence of its own, in which
    nothing of a school lies but what the school has handed in (docs/decisions/0025).
    """

    class Kind(models.TextChoices):
        """What the institution is."""

        SCHOOL = "school", _("school")
        BUREAU = "bureau", _("bureau of education")

    code = models.SlugField(_("school code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=80)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="schools")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.SCHOOL)

    class Meta:
        verbose_name = _("school")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("area",), condition=models.Q(kind="bureau"), name="common_school_bureau")
        ]

    def __str__(self) -> str:
        return self.name
