"""Addresses of oversight."""

from django.urls import path

from taoli.oversight.views.attendance_import import attendance_import
from taoli.oversight.views.attendance_print import attendance_print
from taoli.oversight.views.attendance_template import attendance_template
from taoli.oversight.views.attendance_tick import attendance_tick
from taoli.oversight.views.booking_move import booking_move
from taoli.oversight.views.certificate_print import certificate_print
from taoli.oversight.views.certificate_verify import certificate_verify
from taoli.oversight.views.check_in import check_in
from taoli.oversight.views.code_show import code_show
from taoli.oversight.views.course_book import course_book
from taoli.oversight.views.course_edit import course_edit
from taoli.oversight.views.course_list import course_list
from taoli.oversight.views.course_offer_list import course_offer_list
from taoli.oversight.views.member_list import member_list
from taoli.oversight.views.session_code import session_code
from taoli.oversight.views.session_edit import session_edit
from taoli.oversight.views.session_move import session_move
from taoli.oversight.views.session_show import session_show
from taoli.oversight.views.training_figures import training_figures

app_name = "oversight"
urlpatterns = [
    path("schools/", member_list, name="member_list"),
    # courses: the bureau
    path("courses/", course_list, name="course_list"),
    path("courses/edit/", course_edit, name="course_edit"),
    path("courses/figures/", training_figures, name="training_figures"),
    path("courses/<uuid:pk>/session/", session_edit, name="session_edit"),
    path("sessions/<uuid:pk>/", session_show, name="session_show"),
    path("sessions/<uuid:pk>/move/", session_move, name="session_move"),
    path("sessions/<uuid:pk>/code/", session_code, name="session_code"),
    path("sessions/<uuid:pk>/code/now/", code_show, name="code_show"),
    path("sessions/<uuid:pk>/list/", attendance_print, name="attendance_print"),
    path("sessions/<uuid:pk>/tick/", attendance_tick, name="attendance_tick"),
    path("sessions/<uuid:pk>/workbook/", attendance_import, name="attendance_import"),
    path("sessions/<uuid:pk>/workbook/template/", attendance_template, name="attendance_template"),
    # courses: the school
    path("offers/", course_offer_list, name="course_offer_list"),
    path("offers/<uuid:pk>/people/", course_book, name="course_book"),
    path("offers/<uuid:pk>/move/", booking_move, name="booking_move"),
    path("offers/<uuid:pk>/here/", check_in, name="check_in"),
    path("bookings/<uuid:pk>/certificate/", certificate_print, name="certificate_print"),
    path("certificates/<slug:place>/", certificate_verify, name="certificate_verify"),
]
