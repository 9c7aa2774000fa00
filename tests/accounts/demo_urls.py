"""The addresses as they are in the demo: everybody's, and the doors."""

from django.urls import include, path

from taoli.config.urls import urlpatterns as everybody

urlpatterns = [*everybody, path("demo/", include("taoli.rehearsal.urls"))]
