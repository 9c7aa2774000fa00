"""Addresses of care."""

from django.urls import path

from taoli.care.views.agenda import agenda
from taoli.care.views.agenda_add import agenda_add
from taoli.care.views.agenda_cross import agenda_cross

app_name = "care"
urlpatterns = [
    path("agenda/", agenda, name="agenda"),
    path("agenda/add/", agenda_add, name="agenda_add"),
    path("agenda/<uuid:pk>/cross-off/", agenda_cross, name="agenda_cross"),
]
