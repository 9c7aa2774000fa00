"""Addresses of documents."""

from django.urls import path

from taoli.documents.views.appraisal_word_all import appraisal_word_all
from taoli.documents.views.appraisal_word_one import appraisal_word_one
from taoli.documents.views.document_list import document_list
from taoli.documents.views.headcount_excel import headcount_excel
from taoli.documents.views.register_excel import register_excel
from taoli.documents.views.register_word import register_word
from taoli.documents.views.scheme_word import scheme_word
from taoli.documents.views.state_workbook import state_workbook

app_name = "documents"
urlpatterns = [
    path("", document_list, name="document_list"),
    path("register.docx", register_word, name="register_word"),
    path("register.xlsx", register_excel, name="register_excel"),
    path("headcount/<uuid:pk>.xlsx", headcount_excel, name="headcount_excel"),
    path("state.xlsx", state_workbook, name="state_workbook"),
    path("scheme.docx", scheme_word, name="scheme_word"),
    path("appraisal.docx", appraisal_word_all, name="appraisal_word_all"),
    path("appraisal/<uuid:pk>.docx", appraisal_word_one, name="appraisal_word_one"),
]
