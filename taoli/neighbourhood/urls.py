"""Addresses of the neighbourhood."""

from django.urls import path

from taoli.neighbourhood.views.my_students import my_students
from taoli.neighbourhood.views.station_list import station_list

app_name = "neighbourhood"
urlpatterns = [
    path("mine/", my_students, name="my_students"),
    path("stations/", station_list, name="station_list"),
]
