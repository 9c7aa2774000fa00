"""Addresses of schemes."""

from django.urls import path

from taoli.schemes.views.calendar_show import calendar_show
from taoli.schemes.views.draft_load import draft_load
from taoli.schemes.views.entry_edit import entry_edit
from taoli.schemes.views.entry_move import entry_move
from taoli.schemes.views.load_show import load_show
from taoli.schemes.views.preset_compare import preset_compare
from taoli.schemes.views.preset_list import preset_list
from taoli.schemes.views.preset_show import preset_show
from taoli.schemes.views.scheme_adopt import scheme_adopt
from taoli.schemes.views.scheme_edit import scheme_edit
from taoli.schemes.views.scheme_file import scheme_file
from taoli.schemes.views.scheme_import import scheme_import
from taoli.schemes.views.scheme_list import scheme_list
from taoli.schemes.views.scheme_publish import scheme_publish
from taoli.schemes.views.scheme_review import scheme_review
from taoli.schemes.views.scheme_revise import scheme_revise
from taoli.schemes.views.scheme_show import scheme_show
from taoli.schemes.views.section_edit import section_edit

app_name = "schemes"
urlpatterns = [
    path("", scheme_show, name="scheme_show"),
    path("calendar/", calendar_show, name="calendar_show"),
    path("load/", load_show, name="load_show"),
    path("versions/", scheme_list, name="scheme_list"),
    path("presets/", preset_list, name="preset_list"),
    path("presets/compare/", preset_compare, name="preset_compare"),
    path("presets/<slug:key>/", preset_show, name="preset_show"),
    path("presets/<slug:key>/adopt/", scheme_adopt, name="scheme_adopt"),
    path("file/", scheme_file, name="scheme_file"),
    path("import/", scheme_import, name="scheme_import"),
    path("revise/", scheme_revise, name="scheme_revise"),
    path("<uuid:pk>/edit/", scheme_edit, name="scheme_edit"),
    path("<uuid:pk>/edit/<slug:section>/", section_edit, name="section_edit"),
    path("<uuid:pk>/edit/<slug:section>/move/", entry_move, name="entry_move"),
    path("<uuid:pk>/edit/<slug:section>/<slug:name>/", entry_edit, name="entry_edit"),
    path("<uuid:pk>/load/<slug:section>/<slug:name>/", draft_load, name="draft_load"),
    path("<uuid:pk>/review/", scheme_review, name="scheme_review"),
    path("<uuid:pk>/publish/", scheme_publish, name="scheme_publish"),
]
