"""Addresses of matching."""

from django.urls import path

from taoli.matching.views.change_answer import change_answer
from taoli.matching.views.change_ask import change_ask
from taoli.matching.views.change_list import change_list
from taoli.matching.views.change_take_back import change_take_back
from taoli.matching.views.classes_divide import classes_divide
from taoli.matching.views.family_letters import family_letters
from taoli.matching.views.mentor_leave import mentor_leave
from taoli.matching.views.mentor_slips import mentor_slips
from taoli.matching.views.my_mentor import my_mentor
from taoli.matching.views.offers_edit import offers_edit
from taoli.matching.views.pairing_end import pairing_end
from taoli.matching.views.pairing_list import pairing_list
from taoli.matching.views.pairing_new import pairing_new
from taoli.matching.views.pairings_end import pairings_end
from taoli.matching.views.plan_check import plan_check
from taoli.matching.views.round_list import round_list
from taoli.matching.views.round_new import round_new
from taoli.matching.views.round_show import round_show
from taoli.matching.views.round_step import round_step
from taoli.matching.views.run_check import run_check
from taoli.matching.views.run_drop import run_drop
from taoli.matching.views.run_hints import run_hints
from taoli.matching.views.run_publish import run_publish
from taoli.matching.views.run_show import run_show
from taoli.matching.views.run_start import run_start
from taoli.matching.views.run_why import run_why
from taoli.matching.views.seat_move import seat_move
from taoli.matching.views.student_move import student_move
from taoli.matching.views.successor_list import successor_list
from taoli.matching.views.wish_edit import wish_edit
from taoli.matching.views.wishes_confirm import wishes_confirm
from taoli.matching.views.wishes_import import wishes_import
from taoli.matching.views.wishes_template import wishes_template
from taoli.matching.views.year_menu import year_menu
from taoli.matching.views.year_show import year_show
from taoli.matching.views.year_undo import year_undo

app_name = "matching"
urlpatterns = [
    path("rounds/", round_list, name="round_list"),
    path("rounds/new/", round_new, name="round_new"),
    path("rounds/<uuid:pk>/", round_show, name="round_show"),
    path("rounds/<uuid:pk>/step/", round_step, name="round_step"),
    path("rounds/<uuid:pk>/mentors/", offers_edit, name="offers_edit"),
    path("rounds/<uuid:pk>/wishes/", wishes_import, name="wishes_import"),
    path("rounds/<uuid:pk>/wishes/template/", wishes_template, name="wishes_template"),
    path("rounds/<uuid:pk>/run/", run_start, name="run_start"),
    path("wish-imports/<uuid:pk>/", wishes_confirm, name="wishes_confirm"),
    path("wishes/", wish_edit, name="wish_edit"),
    path("runs/<uuid:pk>/", run_show, name="run_show"),
    path("runs/<uuid:pk>/hints/", run_hints, name="run_hints"),
    path("runs/<uuid:pk>/drop/", run_drop, name="run_drop"),
    path("runs/<uuid:pk>/publish/", run_publish, name="run_publish"),
    path("runs/<uuid:pk>/students/<uuid:student>/", run_why, name="run_why"),
    path("runs/<uuid:pk>/students/<uuid:student>/check/", run_check, name="run_check"),
    path("runs/<uuid:pk>/students/<uuid:student>/move/", seat_move, name="seat_move"),
    path("pairings/", pairing_list, name="pairing_list"),
    path("pairings/<uuid:pk>/end/", pairing_end, name="pairing_end"),
    path("year/", year_menu, name="year_menu"),
    path("year/leave/", mentor_leave, name="mentor_leave"),
    path("year/place/", pairing_new, name="pairing_new"),
    path("year/successors/", successor_list, name="successor_list"),
    path("year/students/", student_move, name="student_move"),
    path("year/classes/", classes_divide, name="classes_divide"),
    path("year/end/", pairings_end, name="pairings_end"),
    path("year/check/", plan_check, name="plan_check"),
    path("year/changes/<uuid:pk>/", year_show, name="year_show"),
    path("year/changes/<uuid:pk>/undo/", year_undo, name="year_undo"),
    path("year/changes/<uuid:pk>/letters/", family_letters, name="family_letters"),
    path("year/changes/<uuid:pk>/slips/", mentor_slips, name="mentor_slips"),
    path("asks/", change_list, name="change_list"),
    path("asks/<uuid:pk>/", change_answer, name="change_answer"),
    path("asks/<uuid:pk>/take-back/", change_take_back, name="change_take_back"),
    path("my-mentor/change/", change_ask, name="change_ask"),
    path("my-mentor/", my_mentor, name="my_mentor"),
]
