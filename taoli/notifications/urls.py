"""Addresses of notifications."""

from django.urls import path

from taoli.notifications.views.inbox import inbox
from taoli.notifications.views.inbox_read import inbox_read
from taoli.notifications.views.notice_open import notice_open
from taoli.notifications.views.quiet_edit import quiet_edit

app_name = "notifications"
urlpatterns = [
    path("", inbox, name="inbox"),
    path("read/", inbox_read, name="inbox_read"),
    path("quiet/", quiet_edit, name="quiet_edit"),
    path("<uuid:pk>/", notice_open, name="notice_open"),
]
