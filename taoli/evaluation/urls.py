"""Addresses of evaluation."""

from django.urls import path

from taoli.evaluation.views.answers_confirm import answers_confirm
from taoli.evaluation.views.answers_import import answers_import
from taoli.evaluation.views.answers_template import answers_template
from taoli.evaluation.views.appraisal_draft import appraisal_draft
from taoli.evaluation.views.appraisal_publish import appraisal_publish
from taoli.evaluation.views.appraisal_recall import appraisal_recall
from taoli.evaluation.views.appraisal_share import appraisal_share
from taoli.evaluation.views.appraisal_show import appraisal_show
from taoli.evaluation.views.assess_grid import assess_grid
from taoli.evaluation.views.honour_grant import honour_grant
from taoli.evaluation.views.honour_withdraw import honour_withdraw
from taoli.evaluation.views.item_tick import item_tick
from taoli.evaluation.views.item_tick_all import item_tick_all
from taoli.evaluation.views.my_sheet import my_sheet
from taoli.evaluation.views.objection_answer import objection_answer
from taoli.evaluation.views.objection_list import objection_list
from taoli.evaluation.views.objection_new import objection_new
from taoli.evaluation.views.objection_withdraw import objection_withdraw
from taoli.evaluation.views.sheet_show import sheet_show

app_name = "evaluation"
urlpatterns = [
    path("", appraisal_show, name="appraisal_show"),
    path("draft/", appraisal_draft, name="appraisal_draft"),
    path("<uuid:pk>/honours/<slug:key>/", honour_grant, name="honour_grant"),
    path("honours/<uuid:pk>/withdraw/", honour_withdraw, name="honour_withdraw"),
    path("<uuid:pk>/publish/", appraisal_publish, name="appraisal_publish"),
    path("<uuid:pk>/share/", appraisal_share, name="appraisal_share"),
    path("<uuid:pk>/recall/", appraisal_recall, name="appraisal_recall"),
    path("assess/", assess_grid, name="assess_grid"),
    path("objections/", objection_list, name="objection_list"),
    path("objections/<uuid:pk>/", objection_answer, name="objection_answer"),
    path("objections/<uuid:pk>/withdraw/", objection_withdraw, name="objection_withdraw"),
    path("sheets/<uuid:pk>/object/", objection_new, name="objection_new"),
    path("<uuid:pk>/tick-all/", item_tick_all, name="item_tick_all"),
    path("sheets/mine/", my_sheet, name="my_sheet"),
    path("sheets/<uuid:pk>/", sheet_show, name="sheet_show"),
    path("sheets/<uuid:pk>/tick/", item_tick, name="item_tick"),
    path("answers/", answers_import, name="answers_import"),
    path("answers/confirm/", answers_confirm, name="answers_confirm"),
    path("answers/template/", answers_template, name="answers_template"),
]
