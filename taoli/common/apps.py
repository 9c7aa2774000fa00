"""App configuration."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """School and area, tenancy, policy, audit: what every app stands on."""

    name = "taoli.common"

    def ready(self) -> None:
        """Register the system checks."""
        from taoli.common import checks  # noqa: F401 registers by being imported
