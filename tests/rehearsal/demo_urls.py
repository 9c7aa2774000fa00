"""The addresses as the demo mounts them."""

from django.urls import include, path

from taoli.config.urls import handler400, handler403, handler404, handler500
from taoli.config.urls import urlpatterns as real
from taoli.rehearsal import urls as rehearsal

__all__ = ["handler400", "handler403", "handler404", "handler500"]

DOORS = path("demo/", include("taoli.rehearsal.demo_urls"))
urlpatterns = [
    *(entry for entry in real if getattr(entry, "app_name", "") != rehearsal.app_name),
    path("", include(([*rehearsal.urlpatterns, DOORS], rehearsal.app_name))),
]
