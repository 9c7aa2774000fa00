"""Addresses of matching."""

from django.urls import path

from taoli.matching.views.agreement_edit import agreement_edit
from taoli.matching.views.agreement_list import agreement_list
from taoli.matching.views.agreement_sign import agreement_sign
from taoli.matching.views.application_edit import application_edit
from taoli.matching.views.application_list import application_list
from taoli.matching.views.change_answer import change_answer
from taoli.matching.views.change_ask import change_ask
from taoli.matching.views.change_list import change_list
from taoli.matching.views.change_take_back import change_take_back
from taoli.matching.views.choice_allow import choice_allow
from taoli.matching.views.choice_show import choice_show
from taoli.matching.views.claim_edit import claim_edit
from taoli.matching.views.claim_list import claim_list
from taoli.matching.views.class_choice_edit import class_choice_edit
from taoli.matching.views.classes_divide import classes_divide
from taoli.matching.views.code_slips import code_slips
from taoli.matching.views.coordination_ask import coordination_ask
from taoli.matching.views.coordination_settle import coordination_settle
from taoli.matching.views.family_choose import family_choose
from taoli.matching.views.family_letters import family_letters
from taoli.matching.views.grouping_accept import grouping_accept
from taoli.matching.views.grouping_list import grouping_list
from taoli.matching.views.grouping_new import grouping_new
from taoli.matching.views.grouping_show import grouping_show
from taoli.matching.views.headcount_show import headcount_show
from taoli.matching.views.letter_list import letter_list
from taoli.matching.views.listed_edit import listed_edit
from taoli.matching.views.mark_edit import mark_edit
from taoli.matching.views.mark_list import mark_list
from taoli.matching.views.meeting_edit import meeting_edit
from taoli.matching.views.meeting_held import meeting_held
from taoli.matching.views.mentor_leave import mentor_leave
from taoli.matching.views.mentor_slips import mentor_slips
from taoli.matching.views.my_mentor import my_mentor
from taoli.matching.views.nomination_edit import nomination_edit
from taoli.matching.views.offer_mine import offer_mine
from taoli.matching.views.offers_edit import offers_edit
from taoli.matching.views.pairing_end import pairing_end
from taoli.matching.views.pairing_list import pairing_list
from taoli.matching.views.pairing_new import pairing_new
from taoli.matching.views.pairings_end import pairings_end
from taoli.matching.views.plan_check import plan_check
from taoli.matching.views.room_choose import room_choose
from taoli.matching.views.room_enter import room_enter
from taoli.matching.views.round_drafts import round_drafts
from taoli.matching.views.round_list import round_list
from taoli.matching.views.round_new import round_new
from taoli.matching.views.round_remind import round_remind
from taoli.matching.views.round_rules import round_rules
from taoli.matching.views.round_show import round_show
from taoli.matching.views.round_step import round_step
from taoli.matching.views.round_times import round_times
from taoli.matching.views.rule_drop import rule_drop
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
from taoli.matching.views.student_move import student_move
from taoli.matching.views.successor_list import successor_list
from taoli.matching.views.unit_list import unit_list
from taoli.matching.views.wish_counts import wish_counts
from taoli.matching.views.wish_edit import wish_edit
from taoli.matching.views.wishes_confirm import wishes_confirm
from taoli.matching.views.wishes_import import wishes_import
from taoli.matching.views.wishes_paper import wishes_paper
from taoli.matching.views.wishes_template import wishes_template
from taoli.matching.views.wishes_type import wishes_type
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
    path("rounds/<uuid:pk>/marks/", mark_list, name="mark_list"),
    path("rounds/<uuid:pk>/rules/", round_rules, name="round_rules"),
    path("rounds/<uuid:pk>/rules/<uuid:rule>/drop/", rule_drop, name="rule_drop"),
    path("rounds/<uuid:pk>/counts/", wish_counts, name="wish_counts"),
    path("offers/<uuid:pk>/", offer_mine, name="offer_mine"),
    path("offers/<uuid:pk>/marks/", mark_edit, name="mark_edit"),
    path("offers/<uuid:pk>/students/<uuid:student>/", coordination_ask, name="coordination_ask"),
    path("coordinations/<uuid:pk>/settle/", coordination_settle, name="coordination_settle"),
    path("rounds/<uuid:pk>/wishes/", wishes_import, name="wishes_import"),
    path("rounds/<uuid:pk>/wishes/template/", wishes_template, name="wishes_template"),
    path("rounds/<uuid:pk>/choice/", choice_show, name="choice_show"),
    path("rounds/<uuid:pk>/choice/allow/", choice_allow, name="choice_allow"),
    path("rounds/<uuid:pk>/codes/", code_slips, name="code_slips"),
    path("rounds/<uuid:pk>/wishes/type/", wishes_type, name="wishes_type"),
    path("rounds/<uuid:pk>/wishes/paper/<uuid:room>/", wishes_paper, name="wishes_paper"),
    path("rounds/<uuid:pk>/run/", run_start, name="run_start"),
    path("rounds/<uuid:pk>/listed/", listed_edit, name="listed_edit"),
    path("rounds/<uuid:pk>/apply/", application_edit, name="application_edit"),
    path("rounds/<uuid:pk>/applications/", application_list, name="application_list"),
    path("rounds/<uuid:pk>/nominations/", nomination_edit, name="nomination_edit"),
    path("rounds/<uuid:pk>/class-choices/", class_choice_edit, name="class_choice_edit"),
    path("rounds/<uuid:pk>/groups/", grouping_list, name="grouping_list"),
    path("rounds/<uuid:pk>/groups/<uuid:room>/", grouping_new, name="grouping_new"),
    path("rounds/<uuid:pk>/claims/", claim_list, name="claim_list"),
    path("rounds/<uuid:pk>/claim/", claim_edit, name="claim_edit"),
    path("rounds/<uuid:pk>/units/", unit_list, name="unit_list"),
    path("rounds/<uuid:pk>/headcount/", headcount_show, name="headcount_show"),
    path("groupings/<uuid:pk>/", grouping_show, name="grouping_show"),
    path("groupings/<uuid:pk>/accept/", grouping_accept, name="grouping_accept"),
    path("rounds/<uuid:pk>/agreement/words/", agreement_edit, name="agreement_edit"),
    path("rounds/<uuid:pk>/agreement/", agreement_list, name="agreement_list"),
    path("rounds/<uuid:pk>/agreement/mine/", agreement_sign, name="agreement_sign"),
    path("rounds/<uuid:pk>/letters/", letter_list, name="letter_list"),
    path("rounds/<uuid:pk>/meeting/", meeting_edit, name="meeting_edit"),
    path("rounds/<uuid:pk>/meeting/mine/", meeting_held, name="meeting_held"),
    path("rounds/<uuid:pk>/remind/<slug:kind>/", round_remind, name="round_remind"),
    path("rounds/<uuid:pk>/times/", round_times, name="round_times"),
    path("rounds/<uuid:pk>/drafts/", round_drafts, name="round_drafts"),
    path("wish-imports/<uuid:pk>/", wishes_confirm, name="wishes_confirm"),
    path("wishes/", wish_edit, name="wish_edit"),
    path("room/", room_enter, name="room_enter"),
    path("room/choose/", room_choose, name="room_choose"),
    path("home/<str:code>/", family_choose, name="family_choose"),
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
