"""Addresses of oversight."""

from django.urls import path

from taoli.oversight.views.bureau_edit import bureau_edit
from taoli.oversight.views.handed_in_file import handed_in_file
from taoli.oversight.views.handed_in_list import handed_in_list
from taoli.oversight.views.handed_in_new import handed_in_new
from taoli.oversight.views.handed_in_show import handed_in_show
from taoli.oversight.views.member_edit import member_edit
from taoli.oversight.views.member_join import member_join
from taoli.oversight.views.member_leave import member_leave
from taoli.oversight.views.member_list import member_list
from taoli.oversight.views.people_list import people_list
from taoli.oversight.views.person_add import person_add
from taoli.oversight.views.summary_list import summary_list
from taoli.oversight.views.summary_receive import summary_receive
from taoli.oversight.views.summary_upload import summary_upload

app_name = "oversight"
urlpatterns = [
    path("schools/", member_list, name="member_list"),
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
