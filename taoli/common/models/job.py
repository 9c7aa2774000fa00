"""Long work that a page can watch."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantModel, kin


class Job(TenantModel):
    """One piece of long work, its progress and its outcome."""

    class State(models.TextChoices):
        """Where it stands."""

        QUEUED = "queued", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    kind = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    started_by = models.UUIDField(null=True)
    created_at = models.DateTimeField()
    location = models.CharField(max_length=400, blank=True)
    message = models.CharField(max_length=400, blank=True)

    class Meta:
        verbose_name = _("job")
        constraints: ClassVar = [*kin("common_job")]
