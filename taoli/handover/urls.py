"""Addresses of handover."""

from django.urls import URLPattern, path

from taoli.handover.views.farewell_write import farewell_write

app_name = "handover"
urlpatterns: list[URLPattern] = [path("farewells/", farewell_write, name="farewell_write")]
