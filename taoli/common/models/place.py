"""Areas and schools: shared by all, owned by nobody."""

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
    """One school: the first fence around all its rows."""

    code = models.SlugField(_("school code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=80)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="schools")

    class Meta:
        verbose_name = _("school")

    def __str__(self) -> str:
        return self.name
