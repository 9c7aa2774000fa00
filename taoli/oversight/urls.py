"""Addresses of oversight."""

from django.urls import path

from taoli.oversight.views.bureau_edit import bureau_edit
from taoli.oversight.views.handed_in_file import handed_in_file
from taoli.oversight.views.handed_in_list import handed_in_list
from taoli.oversight.views.handed_in_new import handed_in_new
from taoli.oversight.views.handed_in_show import handed_in_show
from taoli.oversight.views.indicator_plan import indicator_plan
from taoli.oversight.views.member_edit import member_edit
from taoli.oversight.views.member_join import member_join
from taoli.oversight.views.member_leave import member_leave
from taoli.oversight.views.member_list import member_list
from taoli.oversight.views.month_show import month_show
from taoli.oversight.views.overview_excel import overview_excel
from taoli.oversight.views.overview_help import overview_help
from taoli.oversight.views.overview_measure import overview_measure
from taoli.oversight.views.overview_school import overview_school
from taoli.oversight.views.overview_show import overview_show
from taoli.oversight.views.overview_table import overview_table
from taoli.oversight.views.overview_word import overview_word
from taoli.oversight.views.people_list import people_list
from taoli.oversight.views.person_add import person_add
from taoli.oversight.views.summary_list import summary_list
from taoli.oversight.views.summary_receive import summary_receive
from taoli.oversight.views.summary_upload import summary_upload

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
    path("schools/join/", member_join, name="member_join"),
    path("schools/<uuid:pk>/", member_edit, name="member_edit"),
    path("schools/<uuid:pk>/leave/", member_leave, name="member_leave"),
    path("people/", people_list, name="people_list"),
    path("people/add/", person_add, name="person_add"),
    path("weeks/", summary_list, name="summary_list"),
    path("weeks/upload/", summary_upload, name="summary_upload"),
    path("receive/<slug:code>/", summary_receive, name="summary_receive"),
    path("handed-in/", handed_in_list, name="handed_in_list"),
    path("handed-in/new/", handed_in_new, name="handed_in_new"),
    path("handed-in/bureau/", bureau_edit, name="bureau_edit"),
    path("handed-in/<uuid:pk>/", handed_in_show, name="handed_in_show"),
    path("handed-in/<uuid:pk>/file/", handed_in_file, name="handed_in_file"),
]
