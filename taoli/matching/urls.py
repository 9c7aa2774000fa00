"""Addresses of matching."""

from django.urls import path

from taoli.matching.views.my_mentor import my_mentor
from taoli.matching.views.offers_edit import offers_edit
from taoli.matching.views.pairing_end import pairing_end
from taoli.matching.views.pairing_list import pairing_list
from taoli.matching.views.round_drafts import round_drafts
from taoli.matching.views.round_list import round_list
from taoli.matching.views.round_new import round_new
from taoli.matching.views.round_show import round_show
from taoli.matching.views.round_step import round_step
from taoli.matching.views.run_check import run_check
from taoli.matching.views.run_compare import run_compare
from taoli.matching.views.run_drop import run_drop
from taoli.matching.views.run_hints import run_hints
from taoli.matching.views.run_mentor import run_mentor
from taoli.matching.views.run_news import run_news
from taoli.matching.views.run_publish import run_publish
from taoli.matching.views.run_result import run_result
from taoli.matching.views.run_show import run_show
from taoli.matching.views.run_start import run_start
from taoli.matching.views.run_student import run_student
from taoli.matching.views.run_swaps import run_swaps
from taoli.matching.views.run_undo import run_undo
from taoli.matching.views.run_wall import run_wall
from taoli.matching.views.run_why import run_why
from taoli.matching.views.seat_move import seat_move
from taoli.matching.views.wish_edit import wish_edit
from taoli.matching.views.wishes_confirm import wishes_confirm
from taoli.matching.views.wishes_import import wishes_import
from taoli.matching.views.wishes_template import wishes_template

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
    path("rounds/<uuid:pk>/drafts/", round_drafts, name="round_drafts"),
    path("wish-imports/<uuid:pk>/", wishes_confirm, name="wishes_confirm"),
    path("wishes/", wish_edit, name="wish_edit"),
    path("runs/<uuid:pk>/", run_show, name="run_show"),
    path("runs/<uuid:pk>/hints/", run_hints, name="run_hints"),
    path("runs/<uuid:pk>/result/", run_result, name="run_result"),
    path("runs/<uuid:pk>/compare/", run_compare, name="run_compare"),
    path("runs/<uuid:pk>/wall/", run_wall, name="run_wall"),
    path("runs/<uuid:pk>/swaps/", run_swaps, name="run_swaps"),
    path("runs/<uuid:pk>/mentors/<uuid:mentor>/", run_mentor, name="run_mentor"),
    path("runs/<uuid:pk>/students/<uuid:student>/page/", run_student, name="run_student"),
    path("runs/<uuid:pk>/news/", run_news, name="run_news"),
    path("runs/<uuid:pk>/undo/<int:number>/", run_undo, name="run_undo"),
    path("runs/<uuid:pk>/drop/", run_drop, name="run_drop"),
    path("runs/<uuid:pk>/publish/", run_publish, name="run_publish"),
    path("runs/<uuid:pk>/students/<uuid:student>/", run_why, name="run_why"),
    path("runs/<uuid:pk>/students/<uuid:student>/check/", run_check, name="run_check"),
    path("runs/<uuid:pk>/students/<uuid:student>/move/", seat_move, name="seat_move"),
    path("pairings/", pairing_list, name="pairing_list"),
    path("pairings/<uuid:pk>/end/", pairing_end, name="pairing_end"),
    path("my-mentor/", my_mentor, name="my_mentor"),
]
