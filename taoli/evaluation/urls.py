"""Addresses of evaluation."""

from django.urls import path

from taoli.evaluation.views.allowance_excel import allowance_excel
from taoli.evaluation.views.allowance_show import allowance_show
from taoli.evaluation.views.answers_confirm import answers_confirm
from taoli.evaluation.views.answers_import import answers_import
from taoli.evaluation.views.answers_template import answers_template
from taoli.evaluation.views.appraisal_draft import appraisal_draft
from taoli.evaluation.views.appraisal_publish import appraisal_publish
from taoli.evaluation.views.appraisal_recall import appraisal_recall
from taoli.evaluation.views.appraisal_share import appraisal_share
from taoli.evaluation.views.appraisal_show import appraisal_show
from taoli.evaluation.views.assess_grid import assess_grid
from taoli.evaluation.views.ballot_answer import ballot_answer
from taoli.evaluation.views.ballot_code import ballot_code
from taoli.evaluation.views.ballot_door import ballot_door
from taoli.evaluation.views.ballot_list import ballot_list
from taoli.evaluation.views.career_confirm import career_confirm
from taoli.evaluation.views.career_list import career_list
from taoli.evaluation.views.career_print import career_print
from taoli.evaluation.views.career_show import career_show
from taoli.evaluation.views.comment_list import comment_list
from taoli.evaluation.views.comment_review import comment_review
from taoli.evaluation.views.draw_list import draw_list
from taoli.evaluation.views.honour_grant import honour_grant
from taoli.evaluation.views.honour_withdraw import honour_withdraw
from taoli.evaluation.views.indicator_excel import indicator_excel
from taoli.evaluation.views.indicator_list import indicator_list
from taoli.evaluation.views.item_tick import item_tick
from taoli.evaluation.views.item_tick_all import item_tick_all
from taoli.evaluation.views.my_career import my_career
from taoli.evaluation.views.my_results import my_results
from taoli.evaluation.views.my_sheet import my_sheet
from taoli.evaluation.views.my_training import my_training
from taoli.evaluation.views.notice_edit import notice_edit
from taoli.evaluation.views.notice_list import notice_list
from taoli.evaluation.views.notice_move import notice_move
from taoli.evaluation.views.notice_remark import notice_remark
from taoli.evaluation.views.notice_result import notice_result
from taoli.evaluation.views.notice_show import notice_show
from taoli.evaluation.views.objection_answer import objection_answer
from taoli.evaluation.views.objection_list import objection_list
from taoli.evaluation.views.objection_new import objection_new
from taoli.evaluation.views.objection_withdraw import objection_withdraw
from taoli.evaluation.views.paper_import import paper_import
from taoli.evaluation.views.paper_print import paper_print
from taoli.evaluation.views.paper_template import paper_template
from taoli.evaluation.views.paper_type import paper_type
from taoli.evaluation.views.question_drop import question_drop
from taoli.evaluation.views.question_edit import question_edit
from taoli.evaluation.views.question_move import question_move
from taoli.evaluation.views.sheet_show import sheet_show
from taoli.evaluation.views.star_apply import star_apply
from taoli.evaluation.views.star_list import star_list
from taoli.evaluation.views.star_review import star_review
from taoli.evaluation.views.star_settings import star_settings
from taoli.evaluation.views.story_booklet import story_booklet
from taoli.evaluation.views.story_consent import story_consent
from taoli.evaluation.views.story_edit import story_edit
from taoli.evaluation.views.story_list import story_list
from taoli.evaluation.views.story_move import story_move
from taoli.evaluation.views.story_review import story_review
from taoli.evaluation.views.story_show import story_show
from taoli.evaluation.views.survey_cancel import survey_cancel
from taoli.evaluation.views.survey_close import survey_close
from taoli.evaluation.views.survey_draw import survey_draw
from taoli.evaluation.views.survey_edit import survey_edit
from taoli.evaluation.views.survey_list import survey_list
from taoli.evaluation.views.survey_new import survey_new
from taoli.evaluation.views.survey_open import survey_open
from taoli.evaluation.views.survey_remind import survey_remind
from taoli.evaluation.views.survey_results import survey_results
from taoli.evaluation.views.survey_show import survey_show
from taoli.evaluation.views.survey_slips import survey_slips
from taoli.evaluation.views.training_edit import training_edit
from taoli.evaluation.views.training_list import training_list
from taoli.evaluation.views.workload_excel import workload_excel

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
    path("notices/", notice_list, name="notice_list"),
    path("notices/<uuid:pk>/set/<slug:key>/", notice_edit, name="notice_edit"),
    path("notices/<uuid:pk>/", notice_show, name="notice_show"),
    path("notices/<uuid:pk>/move/", notice_move, name="notice_move"),
    path("notices/<uuid:pk>/remarks/", notice_remark, name="notice_remark"),
    path("notices/<uuid:pk>/result/", notice_result, name="notice_result"),
    path("stars/", star_list, name="star_list"),
    path("stars/apply/", star_apply, name="star_apply"),
    path("stars/<uuid:pk>/", star_review, name="star_review"),
    path("stars/ladder/", star_settings, name="star_settings"),
    path("allowance/", allowance_show, name="allowance_show"),
    path("allowance/excel/", allowance_excel, name="allowance_excel"),
    path("workload/excel/", workload_excel, name="workload_excel"),
    path("career/mine/", my_career, name="my_career"),
    path("career/", career_list, name="career_list"),
    path("career/<uuid:pk>/", career_show, name="career_show"),
    path("career/<uuid:pk>/print/", career_print, name="career_print"),
    path("career/entries/<uuid:pk>/confirm/", career_confirm, name="career_confirm"),
    path("stories/", story_list, name="story_list"),
    path("stories/write/", story_edit, name="story_edit"),
    path("stories/<uuid:pk>/", story_show, name="story_show"),
    path("stories/<uuid:pk>/move/", story_move, name="story_move"),
    path("stories/<uuid:pk>/consent/", story_consent, name="story_consent"),
    path("stories/<uuid:pk>/review/", story_review, name="story_review"),
    path("stories/booklet/", story_booklet, name="story_booklet"),
    path("training/", training_list, name="training_list"),
    path("training/set/", training_edit, name="training_edit"),
    path("training/mine/", my_training, name="my_training"),
    path("<uuid:pk>/share/", appraisal_share, name="appraisal_share"),
    path("<uuid:pk>/recall/", appraisal_recall, name="appraisal_recall"),
    path("assess/", assess_grid, name="assess_grid"),
    path("objections/", objection_list, name="objection_list"),
    path("objections/<uuid:pk>/", objection_answer, name="objection_answer"),
    path("objections/<uuid:pk>/withdraw/", objection_withdraw, name="objection_withdraw"),
    path("sheets/<uuid:pk>/object/", objection_new, name="objection_new"),
]
