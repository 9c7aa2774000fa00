"""Addresses of handover."""

from django.urls import path

from taoli.handover.views.card_print import card_print
from taoli.handover.views.card_type import card_type
from taoli.handover.views.farewell_write import farewell_write
from taoli.handover.views.graduation_codes import graduation_codes
from taoli.handover.views.graduation_export import graduation_export
from taoli.handover.views.graduation_fetch import graduation_fetch
from taoli.handover.views.graduation_file import graduation_file
from taoli.handover.views.graduation_list import graduation_list
from taoli.handover.views.leaving_list import leaving_list
from taoli.handover.views.leaving_new import leaving_new
from taoli.handover.views.leaving_return import leaving_return
from taoli.handover.views.leaving_slip import leaving_slip
from taoli.handover.views.leaving_undo import leaving_undo
from taoli.handover.views.package_accept import package_accept
from taoli.handover.views.package_code import package_code
from taoli.handover.views.package_door import package_door
from taoli.handover.views.package_file import package_file
from taoli.handover.views.package_lacking import package_lacking
from taoli.handover.views.package_list import package_list
from taoli.handover.views.package_new import package_new
from taoli.handover.views.package_preview import package_preview
from taoli.handover.views.package_receive import package_receive
from taoli.handover.views.package_send import package_send
from taoli.handover.views.package_show import package_show
from taoli.handover.views.package_student import package_student
from taoli.handover.views.partner_compare import partner_compare
from taoli.handover.views.partner_edit import partner_edit
from taoli.handover.views.partner_list import partner_list
from taoli.handover.views.receipt_type import receipt_type
from taoli.handover.views.received_file import received_file
from taoli.handover.views.received_list import received_list
from taoli.handover.views.restricted_open import restricted_open
from taoli.handover.views.year_apply import year_apply
from taoli.handover.views.year_check import year_check
from taoli.handover.views.year_drop import year_drop
from taoli.handover.views.year_except import year_except
from taoli.handover.views.year_list import year_list
from taoli.handover.views.year_new import year_new
from taoli.handover.views.year_plan import year_plan
from taoli.handover.views.year_undo import year_undo
from taoli.handover.views.year_unexcept import year_unexcept

app_name = "handover"
urlpatterns = [
    path("years/", year_list, name="year_list"),
    path("years/new/", year_new, name="year_new"),
    path("years/<uuid:pk>/plan/", year_plan, name="year_plan"),
    path("years/<uuid:pk>/students/", year_except, name="year_except"),
    path("years/<uuid:pk>/students/drop/", year_unexcept, name="year_unexcept"),
    path("years/<uuid:pk>/", year_check, name="year_check"),
    path("years/<uuid:pk>/apply/", year_apply, name="year_apply"),
    path("years/<uuid:pk>/drop/", year_drop, name="year_drop"),
    path("years/<uuid:pk>/undo/", year_undo, name="year_undo"),
    path("leaving/", leaving_list, name="leaving_list"),
    path("leaving/new/", leaving_new, name="leaving_new"),
    path("leaving/<uuid:pk>/return/", leaving_return, name="leaving_return"),
    path("leaving/<uuid:pk>/slip/", leaving_slip, name="leaving_slip"),
    path("leaving/<uuid:pk>/undo/", leaving_undo, name="leaving_undo"),
    path("graduation/", graduation_list, name="graduation_list"),
    path("graduation/<uuid:room>/<str:day>/codes/", graduation_codes, name="graduation_codes"),
    path("graduation/<uuid:room>/<str:day>/export/", graduation_export, name="graduation_export"),
    path("graduation/files/<uuid:pk>/", graduation_file, name="graduation_file"),
    path("graduation/fetch/", graduation_fetch, name="graduation_fetch"),
    path("partners/", partner_list, name="partner_list"),
    path("partners/edit/", partner_edit, name="partner_edit"),
    path("partners/<uuid:pk>/compare/", partner_compare, name="partner_compare"),
    path("packages/", package_list, name="package_list"),
    path("packages/new/", package_new, name="package_new"),
    path("packages/lacking/", package_lacking, name="package_lacking"),
    path("packages/receive/", package_receive, name="package_receive"),
    path("packages/<uuid:pk>/", package_show, name="package_show"),
    path("packages/<uuid:pk>/students/<uuid:student>/", package_student, name="package_student"),
    path("packages/<uuid:pk>/send/", package_send, name="package_send"),
    path("packages/<uuid:pk>/file/", package_file, name="package_file"),
    path("packages/<uuid:pk>/code/", package_code, name="package_code"),
    path("arrivals/<uuid:pk>/", package_preview, name="package_preview"),
    path("arrivals/<uuid:pk>/accept/", package_accept, name="package_accept"),
    path("arrivals/<uuid:pk>/restricted/", restricted_open, name="restricted_open"),
    path("door/", package_door, name="package_door"),
    path("farewells/", farewell_write, name="farewell_write"),
    path("students/<uuid:pk>/received/", received_list, name="received_list"),
    path("received/<uuid:pk>/", received_file, name="received_file"),
    path("students/<uuid:pk>/card/", card_print, name="card_print"),
    path("cards/type/", card_type, name="card_type"),
    path("cards/receipt/", receipt_type, name="receipt_type"),
]
