"""Addresses of the roster."""

from django.urls import path

from taoli.roster.views.account_slips import account_slips
from taoli.roster.views.accounts_open import accounts_open
from taoli.roster.views.announced_fill import announced_fill
from taoli.roster.views.calendar_confirm import calendar_confirm
from taoli.roster.views.calendar_import import calendar_import
from taoli.roster.views.calendar_template import calendar_template
from taoli.roster.views.class_edit import class_edit
from taoli.roster.views.class_list import class_list
from taoli.roster.views.export_oneroster import export_oneroster
from taoli.roster.views.homeroom_handover import homeroom_handover
from taoli.roster.views.homeroom_take_back import homeroom_take_back
from taoli.roster.views.import_ask import import_ask
from taoli.roster.views.import_confirm import import_confirm
from taoli.roster.views.import_drop import import_drop
from taoli.roster.views.import_marked import import_marked
from taoli.roster.views.import_new import import_new
from taoli.roster.views.import_show import import_show
from taoli.roster.views.import_template import import_template
from taoli.roster.views.import_undo import import_undo
from taoli.roster.views.numbers_edit import numbers_edit
from taoli.roster.views.school_day_set import school_day_set
from taoli.roster.views.settings_edit import settings_edit
from taoli.roster.views.staff_edit import staff_edit
from taoli.roster.views.staff_list import staff_list
from taoli.roster.views.student_list import student_list
from taoli.roster.views.student_protect import student_protect
from taoli.roster.views.student_show import student_show
from taoli.roster.views.term_edit import term_edit
from taoli.roster.views.timetable_confirm import timetable_confirm
from taoli.roster.views.timetable_import import timetable_import
from taoli.roster.views.timetable_template import timetable_template
from taoli.roster.views.watch_end import watch_end
from taoli.roster.views.watch_list import watch_list

app_name = "roster"
urlpatterns = [
    path("students/", student_list, name="student_list"),
    path("students/<uuid:pk>/", student_show, name="student_show"),
    path("students/<uuid:pk>/protect/", student_protect, name="student_protect"),
    path("staff/", staff_list, name="staff_list"),
    path("staff/<uuid:pk>/edit/", staff_edit, name="staff_edit"),
    path("classes/", class_list, name="class_list"),
    path("classes/<uuid:pk>/edit/", class_edit, name="class_edit"),
    path("classes/<uuid:pk>/handover/", homeroom_handover, name="homeroom_handover"),
    path("handovers/<uuid:pk>/take-back/", homeroom_take_back, name="homeroom_take_back"),
    path("term/", term_edit, name="term_edit"),
    path("term/days/", school_day_set, name="school_day_set"),
    path("term/announced/", announced_fill, name="announced_fill"),
    path("calendar/import/", calendar_import, name="calendar_import"),
    path("calendar/import/confirm/", calendar_confirm, name="calendar_confirm"),
    path("calendar/template/", calendar_template, name="calendar_template"),
    path("imports/new/", import_new, name="import_new"),
    path("imports/template/", import_template, name="import_template"),
    path("imports/<uuid:pk>/", import_show, name="import_show"),
    path("imports/<uuid:pk>/ask/", import_ask, name="import_ask"),
    path("imports/<uuid:pk>/marked/", import_marked, name="import_marked"),
    path("imports/<uuid:pk>/confirm/", import_confirm, name="import_confirm"),
    path("imports/<uuid:pk>/drop/", import_drop, name="import_drop"),
    path("imports/<uuid:pk>/undo/", import_undo, name="import_undo"),
    path("exports/oneroster.zip", export_oneroster, name="export_oneroster"),
    path("timetable/import/", timetable_import, name="timetable_import"),
    path("timetable/import/confirm/", timetable_confirm, name="timetable_confirm"),
    path("timetable/template/", timetable_template, name="timetable_template"),
    path("settings/", settings_edit, name="settings_edit"),
    path("accounts/", account_slips, name="account_slips"),
    path("accounts/open/", accounts_open, name="accounts_open"),
    path("watch/", watch_list, name="watch_list"),
    path("watch/<uuid:pk>/end/", watch_end, name="watch_end"),
    path("numbers/", numbers_edit, name="numbers_edit"),
]
