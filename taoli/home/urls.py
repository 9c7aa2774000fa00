"""Addresses of home."""

from django.urls import path

from taoli.home.views.calendar_feed import calendar_feed
from taoli.home.views.class_map import class_map
from taoli.home.views.coverage import coverage
from taoli.home.views.deployment_check import deployment_check
from taoli.home.views.desk import desk
from taoli.home.views.digest import digest
from taoli.home.views.family_correction import family_correction
from taoli.home.views.family_home import family_home
from taoli.home.views.family_message import family_message
from taoli.home.views.feed_make import feed_make
from taoli.home.views.feed_revoke import feed_revoke
from taoli.home.views.grade_map import grade_map
from taoli.home.views.job_progress import job_progress
from taoli.home.views.me import me
from taoli.home.views.night_card import night_card
from taoli.home.views.night_opened import night_opened
from taoli.home.views.night_sheet import night_sheet
from taoli.home.views.search import search
from taoli.home.views.start import start
from taoli.home.views.student_home import student_home
from taoli.home.views.today import today
from taoli.home.views.today_hours import today_hours
from taoli.home.views.today_put_off import today_put_off
from taoli.home.views.today_resume import today_resume
from taoli.home.views.today_unsuited import today_unsuited

app_name = "home"
urlpatterns = [
    path("", start, name="start"),
    path("today/", today, name="today"),
    path("today/put-off/", today_put_off, name="today_put_off"),
    path("today/not-possible/", today_unsuited, name="today_unsuited"),
    path("today/again/<uuid:pk>/", today_resume, name="today_resume"),
    path("calendar/make/", feed_make, name="feed_make"),
    path("calendar/revoke/", feed_revoke, name="feed_revoke"),
    path("calendar/<str:token>.ics", calendar_feed, name="calendar_feed"),
    path("search/", search, name="search"),
    path("week/", digest, name="digest"),
    path("grade-map/", grade_map, name="grade_map"),
    path("today/hours/", today_hours, name="today_hours"),
    path("class-map/", class_map, name="class_map"),
    path("coverage/", coverage, name="coverage"),
    path("desk/", desk, name="desk"),
    path("deployment-check/", deployment_check, name="deployment_check"),
    path("my-mentor/", student_home, name="student_home"),
    path("family/", family_home, name="family_home"),
    path("family/message/", family_message, name="family_message"),
    path("family/correction/", family_correction, name="family_correction"),
    path("me/", me, name="me"),
    path("night-card/", night_card, name="night_card"),
    path("night-card/sheet/", night_sheet, name="night_sheet"),
    path("night-card/opened/", night_opened, name="night_opened"),
    path("jobs/<uuid:pk>/", job_progress, name="job_progress"),
]
