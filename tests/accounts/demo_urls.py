"""The addresses as they are in the demo: everybody's, and the doors."""

from tests.rehearsal.demo_urls import urlpatterns

__all__ = ["urlpatterns"]
