"""Addresses of home."""

from django.urls import path

from taoli.home.views.class_map import class_map
from taoli.home.views.coverage import coverage
from taoli.home.views.deployment_check import deployment_check
from taoli.home.views.desk import desk
from taoli.home.views.family_home import family_home
from taoli.home.views.job_progress import job_progress
from taoli.home.views.me import me
from taoli.home.views.start import start
from taoli.home.views.student_home import student_home
from taoli.home.views.today import today
from taoli.home.views.today_put_off import today_put_off

app_name = "home"
urlpatterns = [
    path("", start, name="start"),
    path("today/", today, name="today"),
    path("today/put-off/", today_put_off, name="today_put_off"),
    path("class-map/", class_map, name="class_map"),
    path("coverage/", coverage, name="coverage"),
    path("desk/", desk, name="desk"),
    path("deployment-check/", deployment_check, name="deployment_check"),
    path("my-mentor/", student_home, name="student_home"),
    path("family/", family_home, name="family_home"),
    path("me/", me, name="me"),
    path("jobs/<uuid:pk>/", job_progress, name="job_progress"),
]
