"""Addresses of handover."""

from django.urls import path

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
]
