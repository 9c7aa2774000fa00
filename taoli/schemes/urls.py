"""Addresses of schemes."""

from django.urls import path

from taoli.schemes.views.calendar_show import calendar_show
from taoli.schemes.views.load_show import load_show
from taoli.schemes.views.preset_list import preset_list
from taoli.schemes.views.scheme_adopt import scheme_adopt
from taoli.schemes.views.scheme_edit import scheme_edit
from taoli.schemes.views.scheme_list import scheme_list
from taoli.schemes.views.scheme_publish import scheme_publish
from taoli.schemes.views.scheme_revise import scheme_revise
from taoli.schemes.views.scheme_show import scheme_show

app_name = "schemes"
urlpatterns = [
    path("", scheme_show, name="scheme_show"),
    path("calendar/", calendar_show, name="calendar_show"),
    path("load/", load_show, name="load_show"),
    path("versions/", scheme_list, name="scheme_list"),
    path("presets/", preset_list, name="preset_list"),
    path("presets/<slug:key>/adopt/", scheme_adopt, name="scheme_adopt"),
    path("revise/", scheme_revise, name="scheme_revise"),
    path("<uuid:pk>/edit/", scheme_edit, name="scheme_edit"),
    path("<uuid:pk>/publish/", scheme_publish, name="scheme_publish"),
]
