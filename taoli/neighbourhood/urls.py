"""Addresses of the neighbourhood."""

from django.urls import path

from taoli.neighbourhood.views.appointment_list import appointment_list
from taoli.neighbourhood.views.appointment_new import appointment_new
from taoli.neighbourhood.views.appointment_show import appointment_show
from taoli.neighbourhood.views.booking_answer import booking_answer
from taoli.neighbourhood.views.booking_list import booking_list
from taoli.neighbourhood.views.companion_edit import companion_edit
from taoli.neighbourhood.views.companion_end import companion_end
from taoli.neighbourhood.views.companion_give import companion_give
from taoli.neighbourhood.views.companion_list import companion_list
from taoli.neighbourhood.views.companion_slip import companion_slip
from taoli.neighbourhood.views.joint_edit import joint_edit
from taoli.neighbourhood.views.joint_ics import joint_ics
from taoli.neighbourhood.views.joint_list import joint_list
from taoli.neighbourhood.views.joint_member import joint_member
from taoli.neighbourhood.views.lecture_cancel import lecture_cancel
from taoli.neighbourhood.views.lecture_count import lecture_count
from taoli.neighbourhood.views.lecture_door import lecture_door
from taoli.neighbourhood.views.lecture_edit import lecture_edit
from taoli.neighbourhood.views.lecture_list import lecture_list
from taoli.neighbourhood.views.lecture_poster import lecture_poster
from taoli.neighbourhood.views.lecture_show import lecture_show
from taoli.neighbourhood.views.my_students import my_students
from taoli.neighbourhood.views.note_edit import note_edit
from taoli.neighbourhood.views.note_list import note_list
from taoli.neighbourhood.views.resource_book import resource_book
from taoli.neighbourhood.views.resource_edit import resource_edit
from taoli.neighbourhood.views.resource_excel import resource_excel
from taoli.neighbourhood.views.resource_find import resource_find
from taoli.neighbourhood.views.resource_import import resource_import
from taoli.neighbourhood.views.resource_list import resource_list
from taoli.neighbourhood.views.station_close import station_close
from taoli.neighbourhood.views.station_counts import station_counts
from taoli.neighbourhood.views.station_door import station_door
from taoli.neighbourhood.views.station_duty import station_duty
from taoli.neighbourhood.views.station_edit import station_edit
from taoli.neighbourhood.views.station_list import station_list
from taoli.neighbourhood.views.station_poster import station_poster
from taoli.neighbourhood.views.visit_list import visit_list
from taoli.neighbourhood.views.visit_settle import visit_settle

app_name = "neighbourhood"
urlpatterns = [
    path("mine/", my_students, name="my_students"),
    path("stations/", station_list, name="station_list"),
    path("mine/<uuid:pk>/", note_edit, name="note_edit"),
    path("notes/", note_list, name="note_list"),
    path("stations/edit/", station_edit, name="station_edit"),
    path("stations/counts/", station_counts, name="station_counts"),
    path("stations/duty/", station_duty, name="station_duty"),
    path("stations/<uuid:pk>/close/", station_close, name="station_close"),
    path("stations/<uuid:pk>/poster/", station_poster, name="station_poster"),
    path("door/<slug:word>/", station_door, name="station_door"),
    path("appointments/", appointment_list, name="appointment_list"),
    path("appointments/new/", appointment_new, name="appointment_new"),
    path("appointments/<uuid:pk>/", appointment_show, name="appointment_show"),
    path("companions/", companion_list, name="companion_list"),
    path("companions/edit/", companion_edit, name="companion_edit"),
    path("companions/<uuid:pk>/give/", companion_give, name="companion_give"),
    path("companions/<uuid:pk>/slip/", companion_slip, name="companion_slip"),
    path("companions/pairs/<uuid:pk>/end/", companion_end, name="companion_end"),
    path("evenings/", lecture_list, name="lecture_list"),
    path("evenings/edit/", lecture_edit, name="lecture_edit"),
    path("evenings/<uuid:pk>/", lecture_show, name="lecture_show"),
    path("evenings/<uuid:pk>/count/", lecture_count, name="lecture_count"),
    path("evenings/<uuid:pk>/cancel/", lecture_cancel, name="lecture_cancel"),
    path("evenings/<uuid:pk>/poster/", lecture_poster, name="lecture_poster"),
    path("evening/<slug:word>/", lecture_door, name="lecture_door"),
    path("places/", resource_list, name="resource_list"),
    path("places/edit/", resource_edit, name="resource_edit"),
    path("places/import/", resource_import, name="resource_import"),
    path("places/excel/", resource_excel, name="resource_excel"),
    path("places/bookings/", booking_list, name="booking_list"),
    path("places/bookings/<uuid:pk>/answer/", booking_answer, name="booking_answer"),
    path("offers/", resource_find, name="resource_find"),
    path("offers/<uuid:pk>/book/", resource_book, name="resource_book"),
    path("visits/", visit_list, name="visit_list"),
    path("visits/<uuid:pk>/settle/", visit_settle, name="visit_settle"),
    path("joint/", joint_list, name="joint_list"),
    path("joint/edit/", joint_edit, name="joint_edit"),
    path("joint/member/", joint_member, name="joint_member"),
    path("joint/<uuid:pk>/ics/", joint_ics, name="joint_ics"),
]
