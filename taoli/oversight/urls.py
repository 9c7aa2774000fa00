"""Addresses of oversight."""

from django.urls import path

from taoli.oversight.views.indicator_plan import indicator_plan
from taoli.oversight.views.member_list import member_list
from taoli.oversight.views.month_show import month_show
from taoli.oversight.views.overview_excel import overview_excel
from taoli.oversight.views.overview_help import overview_help
from taoli.oversight.views.overview_measure import overview_measure
from taoli.oversight.views.overview_school import overview_school
from taoli.oversight.views.overview_show import overview_show
from taoli.oversight.views.overview_table import overview_table
from taoli.oversight.views.overview_word import overview_word

app_name = "oversight"
urlpatterns = [
    path("schools/", member_list, name="member_list"),
    path("", overview_show, name="overview_show"),
    path("overview/table/", overview_table, name="overview_table"),
    path("overview/excel/", overview_excel, name="overview_excel"),
    path("overview/word/", overview_word, name="overview_word"),
    path("overview/month/", month_show, name="month_show"),
    path("overview/help/", overview_help, name="overview_help"),
    path("overview/survey/", indicator_plan, name="indicator_plan"),
    path("overview/measures/<slug:measure>/", overview_measure, name="overview_measure"),
    path("overview/schools/<uuid:pk>/", overview_school, name="overview_school"),
]
