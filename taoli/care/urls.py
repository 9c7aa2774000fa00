"""Addresses of care."""

from django.urls import path

from taoli.care.views.case_list import case_list
from taoli.care.views.case_move import case_move
from taoli.care.views.case_raise import case_raise
from taoli.care.views.case_show import case_show
from taoli.care.views.category_edit import category_edit
from taoli.care.views.category_list import category_list
from taoli.care.views.category_move import category_move
from taoli.care.views.category_review import category_review
from taoli.care.views.category_settings import category_settings
from taoli.care.views.measure_plan import measure_plan
from taoli.care.views.measure_settle import measure_settle

app_name = "care"
urlpatterns = [
    path("cases/", case_list, name="case_list"),
    path("students/<uuid:pk>/raise/", case_raise, name="case_raise"),
    path("cases/<uuid:pk>/", case_show, name="case_show"),
    path("cases/<uuid:pk>/measures/add/", measure_plan, name="measure_plan"),
    path("cases/<uuid:pk>/<slug:do>/", case_move, name="case_move"),
    path("measures/<uuid:pk>/settle/", measure_settle, name="measure_settle"),
    path("students/<uuid:pk>/categories/", category_list, name="category_list"),
    path("students/<uuid:pk>/categories/add/", category_edit, name="category_edit"),
    path("categories/<uuid:pk>/move/", category_move, name="category_move"),
    path("categories/review/", category_review, name="category_review"),
    path("categories/list/", category_settings, name="category_settings"),
]
