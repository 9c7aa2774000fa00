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
from taoli.oversight.views.event_edit import event_edit
from taoli.oversight.views.exchange_agree import exchange_agree
from taoli.oversight.views.exchange_list import exchange_list
from taoli.oversight.views.exchange_offer import exchange_offer
from taoli.oversight.views.exchange_show import exchange_show
from taoli.oversight.views.exchange_useful import exchange_useful
from taoli.oversight.views.exchange_withdraw import exchange_withdraw
from taoli.oversight.views.filed_topic_excel import filed_topic_excel
from taoli.oversight.views.filed_topic_list import filed_topic_list
from taoli.oversight.views.filed_topic_show import filed_topic_show
from taoli.oversight.views.member_list import member_list
from taoli.oversight.views.session_code import session_code
from taoli.oversight.views.session_edit import session_edit
from taoli.oversight.views.session_move import session_move
from taoli.oversight.views.session_show import session_show
from taoli.oversight.views.shared_list import shared_list
from taoli.oversight.views.shared_review import shared_review
from taoli.oversight.views.topic_edit import topic_edit
from taoli.oversight.views.topic_excel import topic_excel
from taoli.oversight.views.topic_file import topic_file
from taoli.oversight.views.topic_list import topic_list
from taoli.oversight.views.topic_show import topic_show
from taoli.oversight.views.topic_stage import topic_stage
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
    # research topics
    path("topics/", topic_list, name="topic_list"),
    path("topics/edit/", topic_edit, name="topic_edit"),
    path("topics/excel/", topic_excel, name="topic_excel"),
    path("topics/<uuid:pk>/", topic_show, name="topic_show"),
    path("topics/<uuid:pk>/stage/", topic_stage, name="topic_stage"),
    path("topics/<uuid:pk>/file/", topic_file, name="topic_file"),
    path("filed-topics/", filed_topic_list, name="filed_topic_list"),
    path("filed-topics/excel/", filed_topic_excel, name="filed_topic_excel"),
    path("filed-topics/<uuid:pk>/", filed_topic_show, name="filed_topic_show"),
    # exchange between schools
    path("exchange/", exchange_list, name="exchange_list"),
    path("exchange/<uuid:pk>/", exchange_show, name="exchange_show"),
    path("exchange/<uuid:pk>/useful/", exchange_useful, name="exchange_useful"),
    path("exchange/texts/<uuid:pk>/agree/", exchange_agree, name="exchange_agree"),
    path("exchange/offers/<uuid:pk>/", exchange_offer, name="exchange_offer"),
    path("exchange/offers/<uuid:pk>/withdraw/", exchange_withdraw, name="exchange_withdraw"),
    path("shared/", shared_list, name="shared_list"),
    path("shared/<uuid:pk>/", shared_review, name="shared_review"),
    path("shared/events/edit/", event_edit, name="event_edit"),
]
