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
from taoli.care.views.category_edit import category_edit
from taoli.care.views.category_list import category_list
from taoli.care.views.category_move import category_move
from taoli.care.views.category_review import category_review
from taoli.care.views.category_settings import category_settings
from taoli.care.views.conference_edit import conference_edit
from taoli.care.views.conference_list import conference_list
from taoli.care.views.conference_move import conference_move
from taoli.care.views.conference_note import conference_note
from taoli.care.views.conference_prepare import conference_prepare
from taoli.care.views.conference_print import conference_print
from taoli.care.views.conference_run import conference_run
from taoli.care.views.conference_show import conference_show
from taoli.care.views.conference_type import conference_type
from taoli.care.views.glass_ask import glass_ask
from taoli.care.views.glass_end import glass_end
from taoli.care.views.glass_list import glass_list
from taoli.care.views.glass_show import glass_show
from taoli.care.views.harm_close import harm_close
from taoli.care.views.harm_list import harm_list
from taoli.care.views.harm_name import harm_name
from taoli.care.views.harm_new import harm_new
from taoli.care.views.harm_print import harm_print
from taoli.care.views.harm_show import harm_show
from taoli.care.views.harm_step import harm_step
from taoli.care.views.harm_tell import harm_tell
from taoli.care.views.holding_hand import holding_hand
from taoli.care.views.item_add import item_add
from taoli.care.views.measure_plan import measure_plan
from taoli.care.views.measure_settle import measure_settle
from taoli.care.views.minutes_print import minutes_print
from taoli.care.views.note_edit import note_edit
from taoli.care.views.note_list import note_list
from taoli.care.views.officer_edit import officer_edit
from taoli.care.views.referral_advise import referral_advise
from taoli.care.views.referral_line import referral_line
from taoli.care.views.referral_list import referral_list
from taoli.care.views.referral_mine import referral_mine
from taoli.care.views.referral_move import referral_move
from taoli.care.views.referral_new import referral_new
from taoli.care.views.referral_open import referral_open
from taoli.care.views.referral_show import referral_show
from taoli.care.views.session_move import session_move
from taoli.care.views.session_new import session_new
from taoli.care.views.signal_dismiss import signal_dismiss
from taoli.care.views.signal_list import signal_list
from taoli.care.views.signal_refresh import signal_refresh
from taoli.care.views.signal_rules import signal_rules
from taoli.care.views.signal_settings import signal_settings

app_name = "care"
urlpatterns = [
    path("cases/", case_list, name="case_list"),
    path("students/<uuid:pk>/raise/", case_raise, name="case_raise"),
    path("cases/<uuid:pk>/", case_show, name="case_show"),
    path("cases/<uuid:pk>/measures/add/", measure_plan, name="measure_plan"),
    path("cases/<uuid:pk>/<slug:do>/", case_move, name="case_move"),
    path("measures/<uuid:pk>/settle/", measure_settle, name="measure_settle"),
    path("students/<uuid:pk>/categories/", category_list, name="category_list"),
    path("students/<uuid:pk>/categories/add/", category_edit, name="category_edit"),
    path("categories/<uuid:pk>/move/", category_move, name="category_move"),
    path("categories/review/", category_review, name="category_review"),
    path("categories/list/", category_settings, name="category_settings"),
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
    path("referrals/", referral_list, name="referral_list"),
    path("referrals/mine/", referral_mine, name="referral_mine"),
    path("referrals/new/", referral_new, name="referral_new"),
    path("referrals/<uuid:pk>/", referral_show, name="referral_show"),
    path("referrals/<uuid:pk>/open/", referral_open, name="referral_open"),
    path("referrals/<uuid:pk>/move/", referral_move, name="referral_move"),
    path("referrals/<uuid:pk>/advise/", referral_advise, name="referral_advise"),
    path("students/<uuid:pk>/counsellor/", referral_line, name="referral_line"),
    path("referrals/<uuid:pk>/session/", session_new, name="session_new"),
    path("sessions/<uuid:pk>/move/", session_move, name="session_move"),
    path("students/<uuid:pk>/notes/", note_list, name="note_list"),
    path("students/<uuid:pk>/notes/write/", note_edit, name="note_edit"),
    path("holdings/hand/", holding_hand, name="holding_hand"),
    path("glass/ask/", glass_ask, name="glass_ask"),
    path("glass/", glass_list, name="glass_list"),
    path("glass/<uuid:pk>/", glass_show, name="glass_show"),
    path("glass/<uuid:pk>/end/", glass_end, name="glass_end"),
    path("harm/", harm_list, name="harm_list"),
    path("harm/new/", harm_new, name="harm_new"),
    path("harm/<uuid:pk>/", harm_show, name="harm_show"),
    path("harm/<uuid:pk>/print/", harm_print, name="harm_print"),
    path("harm/<uuid:pk>/step/", harm_step, name="harm_step"),
    path("harm/<uuid:pk>/name/", harm_name, name="harm_name"),
    path("harm/<uuid:pk>/tell/", harm_tell, name="harm_tell"),
    path("harm/<uuid:pk>/close/", harm_close, name="harm_close"),
    path("officers/", officer_edit, name="officer_edit"),
    path("signals/", signal_list, name="signal_list"),
    path("signals/refresh/", signal_refresh, name="signal_refresh"),
    path("signals/rules/", signal_rules, name="signal_rules"),
    path("signals/settings/", signal_settings, name="signal_settings"),
    path("signals/<uuid:pk>/close/", signal_dismiss, name="signal_dismiss"),
]
