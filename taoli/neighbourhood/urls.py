"""Addresses of the neighbourhood."""

from django.urls import path

from taoli.neighbourhood.views.appointment_list import appointment_list
from taoli.neighbourhood.views.appointment_new import appointment_new
from taoli.neighbourhood.views.appointment_show import appointment_show
from taoli.neighbourhood.views.companion_edit import companion_edit
from taoli.neighbourhood.views.companion_end import companion_end
from taoli.neighbourhood.views.companion_give import companion_give
from taoli.neighbourhood.views.companion_list import companion_list
from taoli.neighbourhood.views.companion_slip import companion_slip
from taoli.neighbourhood.views.my_students import my_students
from taoli.neighbourhood.views.note_edit import note_edit
from taoli.neighbourhood.views.note_list import note_list
from taoli.neighbourhood.views.station_close import station_close
from taoli.neighbourhood.views.station_counts import station_counts
from taoli.neighbourhood.views.station_door import station_door
from taoli.neighbourhood.views.station_duty import station_duty
from taoli.neighbourhood.views.station_edit import station_edit
from taoli.neighbourhood.views.station_list import station_list
from taoli.neighbourhood.views.station_poster import station_poster

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
    path("door/<slug:door>/", station_door, name="station_door"),
    path("appointments/", appointment_list, name="appointment_list"),
    path("appointments/new/", appointment_new, name="appointment_new"),
    path("appointments/<uuid:pk>/", appointment_show, name="appointment_show"),
    path("companions/", companion_list, name="companion_list"),
    path("companions/edit/", companion_edit, name="companion_edit"),
    path("companions/<uuid:pk>/give/", companion_give, name="companion_give"),
    path("companions/<uuid:pk>/slip/", companion_slip, name="companion_slip"),
    path("companions/pairs/<uuid:pk>/end/", companion_end, name="companion_end"),
]
