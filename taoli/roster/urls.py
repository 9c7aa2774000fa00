"""Addresses of the roster."""

from django.urls import path

from taoli.roster.views.student_list import student_list

app_name = "roster"
urlpatterns = [
    path("students/", student_list, name="student_list"),
]
