"""Addresses of oversight."""

from django.urls import path

from taoli.oversight.views.attendance_import import attendance_import
from taoli.oversight.views.attendance_print import attendance_print
from taoli.oversight.views.attendance_template import attendance_template
from taoli.oversight.views.attendance_tick import attendance_tick
from taoli.oversight.views.award_withdraw import award_withdraw
from taoli.oversight.views.base_compare import base_compare
from taoli.oversight.views.base_decline import base_decline
from taoli.oversight.views.base_edit import base_edit
from taoli.oversight.views.base_list import base_list
from taoli.oversight.views.base_publish import base_publish
from taoli.oversight.views.base_show import base_show
from taoli.oversight.views.base_start import base_start
from taoli.oversight.views.base_take import base_take
from taoli.oversight.views.base_tell import base_tell
from taoli.oversight.views.booking_move import booking_move
from taoli.oversight.views.bureau_edit import bureau_edit
from taoli.oversight.views.call_code import call_code
from taoli.oversight.views.call_consent import call_consent
from taoli.oversight.views.call_door import call_door
from taoli.oversight.views.call_draw import call_draw
from taoli.oversight.views.call_freeze import call_freeze
from taoli.oversight.views.call_list import call_list
from taoli.oversight.views.call_open import call_open
from taoli.oversight.views.call_result import call_result
from taoli.oversight.views.call_show import call_show
from taoli.oversight.views.call_slips import call_slips
from taoli.oversight.views.candidacy_endorse import candidacy_endorse
from taoli.oversight.views.candidacy_list import candidacy_list
from taoli.oversight.views.certificate_print import certificate_print
from taoli.oversight.views.certificate_verify import certificate_verify
from taoli.oversight.views.check_in import check_in
from taoli.oversight.views.code_show import code_show
from taoli.oversight.views.course_book import course_book
from taoli.oversight.views.course_edit import course_edit
from taoli.oversight.views.course_list import course_list
from taoli.oversight.views.course_offer_list import course_offer_list
from taoli.oversight.views.draw_answer import draw_answer
from taoli.oversight.views.draw_cancel import draw_cancel
from taoli.oversight.views.draw_close import draw_close
from taoli.oversight.views.draw_list import draw_list
from taoli.oversight.views.draw_new import draw_new
from taoli.oversight.views.draw_number import draw_number
from taoli.oversight.views.draw_show import draw_show
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
from taoli.oversight.views.handed_in_file import handed_in_file
from taoli.oversight.views.handed_in_list import handed_in_list
from taoli.oversight.views.handed_in_new import handed_in_new
from taoli.oversight.views.handed_in_show import handed_in_show
from taoli.oversight.views.indicator_plan import indicator_plan
from taoli.oversight.views.inspection_door import inspection_door
from taoli.oversight.views.inspection_file import inspection_file
from taoli.oversight.views.inspection_list import inspection_list
from taoli.oversight.views.inspection_new import inspection_new
from taoli.oversight.views.inspection_paper import inspection_paper
from taoli.oversight.views.inspection_revoke import inspection_revoke
from taoli.oversight.views.inspection_show import inspection_show
from taoli.oversight.views.member_edit import member_edit
from taoli.oversight.views.member_join import member_join
from taoli.oversight.views.member_leave import member_leave
from taoli.oversight.views.member_list import member_list
from taoli.oversight.views.month_show import month_show
from taoli.oversight.views.my_reviews import my_reviews
from taoli.oversight.views.my_stars import my_stars
from taoli.oversight.views.overview_excel import overview_excel
from taoli.oversight.views.overview_help import overview_help
from taoli.oversight.views.overview_measure import overview_measure
from taoli.oversight.views.overview_school import overview_school
from taoli.oversight.views.overview_show import overview_show
from taoli.oversight.views.overview_table import overview_table
from taoli.oversight.views.overview_word import overview_word
from taoli.oversight.views.people_list import people_list
from taoli.oversight.views.person_add import person_add
from taoli.oversight.views.session_code import session_code
from taoli.oversight.views.session_edit import session_edit
from taoli.oversight.views.session_move import session_move
from taoli.oversight.views.session_show import session_show
from taoli.oversight.views.shared_list import shared_list
from taoli.oversight.views.shared_review import shared_review
from taoli.oversight.views.star_apply import star_apply
from taoli.oversight.views.star_badge import star_badge
from taoli.oversight.views.star_certificate import star_certificate
from taoli.oversight.views.star_condition import star_condition
from taoli.oversight.views.star_condition_excel import star_condition_excel
from taoli.oversight.views.star_entry_show import star_entry_show
from taoli.oversight.views.star_issuer import star_issuer
from taoli.oversight.views.star_notice import star_notice
from taoli.oversight.views.star_remark_list import star_remark_list
from taoli.oversight.views.star_review_edit import star_review_edit
from taoli.oversight.views.star_round_edit import star_round_edit
from taoli.oversight.views.star_round_list import star_round_list
from taoli.oversight.views.star_round_move import star_round_move
from taoli.oversight.views.star_round_show import star_round_show
from taoli.oversight.views.star_tie_list import star_tie_list
from taoli.oversight.views.star_verify import star_verify
from taoli.oversight.views.summary_list import summary_list
from taoli.oversight.views.summary_receive import summary_receive
from taoli.oversight.views.summary_upload import summary_upload
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
    path("stars/rounds/", star_round_list, name="star_round_list"),
    path("stars/rounds/<uuid:pk>/", star_round_show, name="star_round_show"),
    path("stars/rounds/edit/", star_round_edit, name="star_round_edit"),
    path("stars/rounds/<uuid:pk>/move/", star_round_move, name="star_round_move"),
    path("stars/rounds/<uuid:pk>/remarks/", star_remark_list, name="star_remark_list"),
    path("stars/entries/<uuid:pk>/", star_entry_show, name="star_entry_show"),
    path("stars/ties/", star_tie_list, name="star_tie_list"),
    path("stars/condition/", star_condition, name="star_condition"),
    path("stars/condition/excel/", star_condition_excel, name="star_condition_excel"),
    path("stars/awards/<uuid:pk>/withdraw/", award_withdraw, name="award_withdraw"),
    path("stars/reviews/", my_reviews, name="my_reviews"),
    path("stars/reviews/<uuid:pk>/", star_review_edit, name="star_review_edit"),
    path("stars/mine/", my_stars, name="my_stars"),
    path("stars/apply/<uuid:pk>/", star_apply, name="star_apply"),
    path("stars/school/", candidacy_list, name="candidacy_list"),
    path("stars/school/<uuid:pk>/", candidacy_endorse, name="candidacy_endorse"),
    path("stars/titles/<uuid:pk>/certificate/", star_certificate, name="star_certificate"),
    path("stars/titles/<uuid:pk>/badge/", star_badge, name="star_badge"),
    path("stars/notices/<int:bureau>/<uuid:pk>/", star_notice, name="star_notice"),
    path("stars/verify/", star_verify, name="star_verify"),
    path("stars/issuer/<int:bureau>/", star_issuer, name="star_issuer"),
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
    path("offers/", course_offer_list, name="course_offer_list"),
    path("offers/<uuid:pk>/people/", course_book, name="course_book"),
    path("offers/<uuid:pk>/move/", booking_move, name="booking_move"),
    path("offers/<uuid:pk>/here/", check_in, name="check_in"),
    path("bookings/<uuid:pk>/certificate/", certificate_print, name="certificate_print"),
    path("certificates/<slug:place>/", certificate_verify, name="certificate_verify"),
    path("draws/", draw_list, name="draw_list"),
    path("draws/new/", draw_new, name="draw_new"),
    path("draws/<uuid:pk>/", draw_show, name="draw_show"),
    path("draws/<uuid:pk>/number/", draw_number, name="draw_number"),
    path("draws/<uuid:pk>/close/", draw_close, name="draw_close"),
    path("draws/<uuid:pk>/cancel/", draw_cancel, name="draw_cancel"),
    path("draws/<uuid:pk>/answer/", draw_answer, name="draw_answer"),
    path("calls/", call_list, name="call_list"),
    path("calls/<uuid:pk>/", call_show, name="call_show"),
    path("calls/<uuid:pk>/freeze/", call_freeze, name="call_freeze"),
    path("calls/<uuid:pk>/draw/", call_draw, name="call_draw"),
    path("calls/<uuid:pk>/places/<uuid:place>/", call_consent, name="call_consent"),
    path("calls/<uuid:pk>/slips/", call_slips, name="call_slips"),
    path("calls/<uuid:pk>/open/", call_open, name="call_open"),
    path("calls/<uuid:pk>/result/", call_result, name="call_result"),
    path("inspections/", inspection_list, name="inspection_list"),
    path("inspections/new/", inspection_new, name="inspection_new"),
    path("inspections/<uuid:pk>/", inspection_show, name="inspection_show"),
    path("inspections/<uuid:pk>/files/<int:place>/", inspection_file, name="inspection_file"),
    path("inspections/<uuid:pk>/guests/<uuid:guest>/end/", inspection_revoke, name="inspection_revoke"),
    path("visit/<str:code>/", inspection_door, name="inspection_door"),
    path("visit/<str:code>/<int:place>/", inspection_paper, name="inspection_paper"),
    path("q/", call_code, name="call_code"),
    path("q/<str:code>/", call_door, name="call_door"),
    path("topics/", topic_list, name="topic_list"),
    path("topics/edit/", topic_edit, name="topic_edit"),
    path("topics/excel/", topic_excel, name="topic_excel"),
    path("topics/<uuid:pk>/", topic_show, name="topic_show"),
    path("topics/<uuid:pk>/stage/", topic_stage, name="topic_stage"),
    path("topics/<uuid:pk>/file/", topic_file, name="topic_file"),
    path("filed-topics/", filed_topic_list, name="filed_topic_list"),
    path("filed-topics/excel/", filed_topic_excel, name="filed_topic_excel"),
    path("filed-topics/<uuid:pk>/", filed_topic_show, name="filed_topic_show"),
    path("exchange/", exchange_list, name="exchange_list"),
    path("exchange/<uuid:pk>/", exchange_show, name="exchange_show"),
    path("exchange/<uuid:pk>/useful/", exchange_useful, name="exchange_useful"),
    path("exchange/texts/<uuid:pk>/agree/", exchange_agree, name="exchange_agree"),
    path("exchange/offers/<uuid:pk>/", exchange_offer, name="exchange_offer"),
    path("exchange/offers/<uuid:pk>/withdraw/", exchange_withdraw, name="exchange_withdraw"),
    path("shared/", shared_list, name="shared_list"),
    path("shared/<uuid:pk>/", shared_review, name="shared_review"),
    path("shared/events/edit/", event_edit, name="event_edit"),
    path("bases/", base_list, name="base_list"),
    path("bases/start/", base_start, name="base_start"),
    path("bases/drafts/<uuid:pk>/", base_edit, name="base_edit"),
    path("bases/drafts/<uuid:pk>/publish/", base_publish, name="base_publish"),
    path("bases/<int:pk>/", base_show, name="base_show"),
    path("proposals/<int:pk>/", base_compare, name="base_compare"),
    path("proposals/<int:pk>/take/", base_take, name="base_take"),
    path("proposals/<int:pk>/decline/", base_decline, name="base_decline"),
    path("proposals/<int:pk>/tell/", base_tell, name="base_tell"),
]
