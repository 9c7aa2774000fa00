"""Addresses of guidance."""

from django.urls import path

from taoli.guidance.views.record_correct import record_correct
from taoli.guidance.views.record_list import record_list
from taoli.guidance.views.record_new import record_new
from taoli.guidance.views.record_show import record_show
from taoli.guidance.views.record_withdraw import record_withdraw
from taoli.guidance.views.student_timeline import student_timeline

app_name = "guidance"
urlpatterns = [
    path("records/", record_list, name="record_list"),
    path("records/new/", record_new, name="record_new"),
    path("records/<uuid:pk>/", record_show, name="record_show"),
    path("records/<uuid:pk>/correct/", record_correct, name="record_correct"),
    path("records/<uuid:pk>/withdraw/", record_withdraw, name="record_withdraw"),
    path("students/<uuid:pk>/", student_timeline, name="student_timeline"),
]
