"""Addresses of rehearsals, and in demo mode those of the demo's doors."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from taoli.rehearsal.views.rehearsal_list import rehearsal_list
from taoli.rehearsal.views.rehearsal_show import rehearsal_show
from taoli.rehearsal.views.rehearsal_start import rehearsal_start

app_name = "rehearsal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("rehearsals/", rehearsal_list, name="rehearsal_list"),
    path("rehearsals/start/", rehearsal_start, name="rehearsal_start"),
    path("rehearsals/<uuid:pk>/", rehearsal_show, name="rehearsal_show"),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("taoli.rehearsal.demo_urls")))
