"""The addresses as the demo mounts them."""

from django.urls import include, path

from taoli.config.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [*urlpatterns, path("demo/", include("taoli.rehearsal.urls"))]
