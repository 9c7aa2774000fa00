"""App configuration."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CommonConfig(AppConfig):
    """School and area, tenancy, policy, audit: what every app stands on."""

    name = "taoli.common"

    def ready(self) -> None:
        """Register the system checks, and every app's permission tables: a page may be asked for before any query."""
        from taoli.common import checks  # noqa: F401 registers by being imported

        autodiscover_modules("permissions")
