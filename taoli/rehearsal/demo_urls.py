"""Addresses of the demo's doors; urls mounts them in demo mode only."""

from django.urls import path

from taoli.rehearsal.views.answers_download import answers_download
from taoli.rehearsal.views.door_enter import door_enter
from taoli.rehearsal.views.door_list import door_list
from taoli.rehearsal.views.tour_show import tour_show

urlpatterns = [
    path("", door_list, name="door_list"),
    path("enter/", door_enter, name="door_enter"),
    path("answers.xlsx", answers_download, name="answers_download"),
    path("tour/<int:place>/", tour_show, name="tour_show"),
]
