"""Addresses of handover."""

from django.urls import path

from taoli.handover.views.card_print import card_print
from taoli.handover.views.card_type import card_type
from taoli.handover.views.farewell_write import farewell_write
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

app_name = "handover"
urlpatterns = [
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
