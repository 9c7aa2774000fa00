"""Addresses of care."""

from django.urls import path

from taoli.care.views.absence_send import absence_send
from taoli.care.views.action_list import action_list
from taoli.care.views.action_settle import action_settle
from taoli.care.views.agenda import agenda
from taoli.care.views.agenda_add import agenda_add
from taoli.care.views.agenda_cross import agenda_cross
from taoli.care.views.attendance_edit import attendance_edit
from taoli.care.views.case_list import case_list
from taoli.care.views.case_move import case_move
from taoli.care.views.case_raise import case_raise
from taoli.care.views.case_show import case_show
from taoli.care.views.conference_edit import conference_edit
from taoli.care.views.conference_list import conference_list
from taoli.care.views.conference_move import conference_move
from taoli.care.views.conference_note import conference_note
from taoli.care.views.conference_prepare import conference_prepare
from taoli.care.views.conference_print import conference_print
from taoli.care.views.conference_run import conference_run
from taoli.care.views.conference_show import conference_show
from taoli.care.views.conference_type import conference_type
from taoli.care.views.item_add import item_add
from taoli.care.views.measure_plan import measure_plan
from taoli.care.views.measure_settle import measure_settle
from taoli.care.views.minutes_print import minutes_print
from taoli.care.views.signal_dismiss import signal_dismiss
from taoli.care.views.signal_list import signal_list
from taoli.care.views.signal_refresh import signal_refresh
from taoli.care.views.signal_rules import signal_rules
from taoli.care.views.signal_settings import signal_settings

app_name = "care"
urlpatterns = [
    path("agenda/", agenda, name="agenda"),
    path("agenda/add/", agenda_add, name="agenda_add"),
    path("agenda/<uuid:pk>/cross-off/", agenda_cross, name="agenda_cross"),
    path("conferences/", conference_list, name="conference_list"),
    path("conferences/edit/", conference_edit, name="conference_edit"),
    path("conferences/prepare/", conference_prepare, name="conference_prepare"),
    path("conferences/<uuid:pk>/", conference_show, name="conference_show"),
    path("conferences/<uuid:pk>/run/", conference_run, name="conference_run"),
    path("conferences/<uuid:pk>/note/", conference_note, name="conference_note"),
    path("conferences/<uuid:pk>/move/", conference_move, name="conference_move"),
    path("conferences/<uuid:pk>/lines/", item_add, name="item_add"),
    path("conferences/<uuid:pk>/attendance/", attendance_edit, name="attendance_edit"),
    path("conferences/<uuid:pk>/absence/", absence_send, name="absence_send"),
    path("conferences/<uuid:pk>/agenda-sheet/", conference_print, name="conference_print"),
    path("conferences/<uuid:pk>/minutes-sheet/", minutes_print, name="minutes_print"),
    path("conferences/<uuid:pk>/type/", conference_type, name="conference_type"),
    path("actions/", action_list, name="action_list"),
    path("actions/<uuid:pk>/settle/", action_settle, name="action_settle"),
    path("cases/", case_list, name="case_list"),
    path("students/<uuid:pk>/raise/", case_raise, name="case_raise"),
    path("cases/<uuid:pk>/", case_show, name="case_show"),
    path("cases/<uuid:pk>/measures/add/", measure_plan, name="measure_plan"),
    path("cases/<uuid:pk>/<slug:do>/", case_move, name="case_move"),
    path("measures/<uuid:pk>/settle/", measure_settle, name="measure_settle"),
    path("signals/", signal_list, name="signal_list"),
    path("signals/refresh/", signal_refresh, name="signal_refresh"),
    path("signals/rules/", signal_rules, name="signal_rules"),
    path("signals/settings/", signal_settings, name="signal_settings"),
    path("signals/<uuid:pk>/close/", signal_dismiss, name="signal_dismiss"),
]
