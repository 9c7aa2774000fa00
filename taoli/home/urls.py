"""Addresses of home."""

from django.urls import path

from taoli.home.views.job_progress import job_progress
from taoli.home.views.me import me
from taoli.home.views.start import start

app_name = "home"
urlpatterns = [
    path("", start, name="start"),
    path("me/", me, name="me"),
    path("jobs/<uuid:pk>/", job_progress, name="job_progress"),
]
