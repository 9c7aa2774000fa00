"""Addresses of evaluation."""

from django.urls import path

from taoli.evaluation.views.answers_confirm import answers_confirm
from taoli.evaluation.views.answers_import import answers_import
from taoli.evaluation.views.answers_template import answers_template
from taoli.evaluation.views.appraisal_draft import appraisal_draft
from taoli.evaluation.views.appraisal_publish import appraisal_publish
from taoli.evaluation.views.appraisal_show import appraisal_show
from taoli.evaluation.views.ballot_answer import ballot_answer
from taoli.evaluation.views.ballot_code import ballot_code
from taoli.evaluation.views.ballot_door import ballot_door
from taoli.evaluation.views.ballot_list import ballot_list
from taoli.evaluation.views.draw_list import draw_list
from taoli.evaluation.views.comment_list import comment_list
from taoli.evaluation.views.comment_review import comment_review
from taoli.evaluation.views.honour_grant import honour_grant
from taoli.evaluation.views.honour_withdraw import honour_withdraw
from taoli.evaluation.views.indicator_excel import indicator_excel
from taoli.evaluation.views.indicator_list import indicator_list
from taoli.evaluation.views.item_tick import item_tick
from taoli.evaluation.views.item_tick_all import item_tick_all
from taoli.evaluation.views.my_results import my_results
from taoli.evaluation.views.my_sheet import my_sheet
from taoli.evaluation.views.question_drop import question_drop
from taoli.evaluation.views.question_edit import question_edit
from taoli.evaluation.views.question_move import question_move
from taoli.evaluation.views.sheet_show import sheet_show
from taoli.evaluation.views.survey_cancel import survey_cancel
from taoli.evaluation.views.survey_draw import survey_draw
from taoli.evaluation.views.survey_edit import survey_edit
from taoli.evaluation.views.survey_list import survey_list
from taoli.evaluation.views.survey_new import survey_new
from taoli.evaluation.views.survey_open import survey_open
from taoli.evaluation.views.survey_remind import survey_remind
from taoli.evaluation.views.survey_show import survey_show
from taoli.evaluation.views.survey_slips import survey_slips
from taoli.evaluation.views.paper_import import paper_import
from taoli.evaluation.views.paper_print import paper_print
from taoli.evaluation.views.paper_template import paper_template
from taoli.evaluation.views.paper_type import paper_type
from taoli.evaluation.views.sheet_show import sheet_show
from taoli.evaluation.views.survey_close import survey_close
from taoli.evaluation.views.survey_results import survey_results

app_name = "evaluation"
urlpatterns = [
    path("", appraisal_show, name="appraisal_show"),
    path("draft/", appraisal_draft, name="appraisal_draft"),
    path("<uuid:pk>/honours/<slug:key>/", honour_grant, name="honour_grant"),
    path("honours/<uuid:pk>/withdraw/", honour_withdraw, name="honour_withdraw"),
    path("<uuid:pk>/publish/", appraisal_publish, name="appraisal_publish"),
    path("<uuid:pk>/tick-all/", item_tick_all, name="item_tick_all"),
    path("sheets/mine/", my_sheet, name="my_sheet"),
    path("sheets/<uuid:pk>/", sheet_show, name="sheet_show"),
    path("sheets/<uuid:pk>/tick/", item_tick, name="item_tick"),
    path("answers/", answers_import, name="answers_import"),
    path("answers/confirm/", answers_confirm, name="answers_confirm"),
    path("answers/template/", answers_template, name="answers_template"),
    path("surveys/", survey_list, name="survey_list"),
    path("surveys/new/", survey_new, name="survey_new"),
    path("surveys/<uuid:pk>/", survey_show, name="survey_show"),
    path("surveys/<uuid:pk>/edit/", survey_edit, name="survey_edit"),
    path("surveys/<uuid:pk>/question/", question_edit, name="question_edit"),
    path("surveys/<uuid:pk>/question/move/", question_move, name="question_move"),
    path("surveys/<uuid:pk>/question/drop/", question_drop, name="question_drop"),
    path("surveys/<uuid:pk>/open/", survey_open, name="survey_open"),
    path("surveys/<uuid:pk>/remind/", survey_remind, name="survey_remind"),
    path("surveys/<uuid:pk>/cancel/", survey_cancel, name="survey_cancel"),
    path("surveys/<uuid:pk>/slips/", survey_slips, name="survey_slips"),
    path("surveys/<uuid:pk>/draw/", survey_draw, name="survey_draw"),
    path("surveys/<uuid:pk>/draw/list/", draw_list, name="draw_list"),
    path("asked/", ballot_list, name="ballot_list"),
    path("asked/<uuid:pk>/", ballot_answer, name="ballot_answer"),
    path("q/", ballot_code, name="ballot_code"),
    path("q/<slug:code>/", ballot_door, name="ballot_door"),
    path("surveys/<uuid:pk>/close/", survey_close, name="survey_close"),
    path("surveys/<uuid:pk>/results/", survey_results, name="survey_results"),
    path("results/mine/", my_results, name="my_results"),
    path("comments/", comment_list, name="comment_list"),
    path("surveys/<uuid:pk>/comments/", comment_review, name="comment_review"),
    path("indicators/", indicator_list, name="indicator_list"),
    path("indicators/excel/", indicator_excel, name="indicator_excel"),
    path("surveys/<uuid:pk>/paper/", paper_print, name="paper_print"),
    path("surveys/<uuid:pk>/paper/type/", paper_type, name="paper_type"),
    path("surveys/<uuid:pk>/paper/import/", paper_import, name="paper_import"),
    path("surveys/<uuid:pk>/paper/template/", paper_template, name="paper_template"),
]
