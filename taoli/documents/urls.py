"""Addresses of documents."""

from django.urls import path

from taoli.documents.views.agreement_word import agreement_word
from taoli.documents.views.appraisal_word_all import appraisal_word_all
from taoli.documents.views.appraisal_word_one import appraisal_word_one
from taoli.documents.views.class_register_word import class_register_word
from taoli.documents.views.document_list import document_list
from taoli.documents.views.form_file import form_file
from taoli.documents.views.form_list import form_list
from taoli.documents.views.form_show import form_show
from taoli.documents.views.growth_word import growth_word
from taoli.documents.views.headcount_excel import headcount_excel
from taoli.documents.views.letter_word import letter_word
from taoli.documents.views.print_again import print_again
from taoli.documents.views.print_agree import print_agree
from taoli.documents.views.print_file import print_file
from taoli.documents.views.print_new import print_new
from taoli.documents.views.print_show import print_show
from taoli.documents.views.register_excel import register_excel
from taoli.documents.views.register_word import register_word
from taoli.documents.views.report_word import report_word
from taoli.documents.views.report_word_class import report_word_class
from taoli.documents.views.scheme_word import scheme_word
from taoli.documents.views.slips_word import slips_word
from taoli.documents.views.state_workbook import state_workbook
from taoli.documents.views.template_default import template_default
from taoli.documents.views.template_download import template_download
from taoli.documents.views.template_list import template_list
from taoli.documents.views.template_preview import template_preview
from taoli.documents.views.template_reset import template_reset
from taoli.documents.views.template_show import template_show
from taoli.documents.views.template_use import template_use
from taoli.documents.views.term_end import term_end

app_name = "documents"
urlpatterns = [
    path("", document_list, name="document_list"),
    path("term-end/", term_end, name="term_end"),
    path("register.docx", register_word, name="register_word"),
    path("register-classes.docx", class_register_word, name="class_register_word"),
    path("register.xlsx", register_excel, name="register_excel"),
    path("headcount/<uuid:pk>.xlsx", headcount_excel, name="headcount_excel"),
    path("state.xlsx", state_workbook, name="state_workbook"),
    path("agreements/<uuid:pk>.docx", agreement_word, name="agreement_word"),
    path("letters/<uuid:pk>.docx", letter_word, name="letter_word"),
    path("growth/<uuid:pk>.docx", growth_word, name="growth_word"),
    path("reports/<uuid:pk>.docx", report_word, name="report_word"),
    path("reports/<uuid:room>/<uuid:term>.docx", report_word_class, name="report_word_class"),
    path("slips.docx", slips_word, name="slips_word"),
    path("scheme.docx", scheme_word, name="scheme_word"),
    path("appraisal.docx", appraisal_word_all, name="appraisal_word_all"),
    path("appraisal/<uuid:pk>.docx", appraisal_word_one, name="appraisal_word_one"),
    path("templates/", template_list, name="template_list"),
    path("templates/versions/<uuid:pk>.docx", template_download, name="template_download"),
    path("templates/versions/<uuid:pk>/use/", template_use, name="template_use"),
    path("templates/<slug:key>/", template_show, name="template_show"),
    path("templates/<slug:key>/default.docx", template_default, name="template_default"),
    path("templates/<slug:key>/preview.docx", template_preview, name="template_preview"),
    path("templates/<slug:key>/reset/", template_reset, name="template_reset"),
    path("forms/", form_list, name="form_list"),
    path("forms/<slug:key>/", form_show, name="form_show"),
    path("forms/<slug:key>/many/", print_new, name="print_new"),
    path("forms/<slug:key>/<str:about>/<slug:ending>/", form_file, name="form_file"),
    path("prints/<uuid:pk>/", print_show, name="print_show"),
    path("prints/<uuid:pk>/file/", print_file, name="print_file"),
    path("prints/<uuid:pk>/again/", print_again, name="print_again"),
    path("prints/<uuid:pk>/agree/", print_agree, name="print_agree"),
]
