"""Addresses of evaluation."""

from django.urls import path

from taoli.evaluation.views.allowance_excel import allowance_excel
from taoli.evaluation.views.allowance_show import allowance_show
from taoli.evaluation.views.answers_confirm import answers_confirm
from taoli.evaluation.views.answers_import import answers_import
from taoli.evaluation.views.answers_template import answers_template
from taoli.evaluation.views.appraisal_draft import appraisal_draft
from taoli.evaluation.views.appraisal_publish import appraisal_publish
from taoli.evaluation.views.appraisal_show import appraisal_show
from taoli.evaluation.views.career_confirm import career_confirm
from taoli.evaluation.views.career_list import career_list
from taoli.evaluation.views.career_print import career_print
from taoli.evaluation.views.career_show import career_show
from taoli.evaluation.views.honour_grant import honour_grant
from taoli.evaluation.views.honour_withdraw import honour_withdraw
from taoli.evaluation.views.item_tick import item_tick
from taoli.evaluation.views.item_tick_all import item_tick_all
from taoli.evaluation.views.my_career import my_career
from taoli.evaluation.views.my_sheet import my_sheet
from taoli.evaluation.views.my_training import my_training
from taoli.evaluation.views.notice_edit import notice_edit
from taoli.evaluation.views.notice_list import notice_list
from taoli.evaluation.views.notice_move import notice_move
from taoli.evaluation.views.notice_remark import notice_remark
from taoli.evaluation.views.notice_result import notice_result
from taoli.evaluation.views.notice_show import notice_show
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
]
