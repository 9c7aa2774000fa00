"""Addresses of oversight."""

from django.urls import path

from taoli.oversight.views.member_list import member_list

app_name = "oversight"
urlpatterns = [
    path("schools/", member_list, name="member_list"),
]
