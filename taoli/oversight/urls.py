"""Addresses of oversight."""

from django.urls import path

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
from taoli.oversight.views.draw_answer import draw_answer
from taoli.oversight.views.draw_cancel import draw_cancel
from taoli.oversight.views.draw_close import draw_close
from taoli.oversight.views.draw_list import draw_list
from taoli.oversight.views.draw_new import draw_new
from taoli.oversight.views.draw_number import draw_number
from taoli.oversight.views.draw_show import draw_show
from taoli.oversight.views.inspection_door import inspection_door
from taoli.oversight.views.inspection_file import inspection_file
from taoli.oversight.views.inspection_list import inspection_list
from taoli.oversight.views.inspection_new import inspection_new
from taoli.oversight.views.inspection_paper import inspection_paper
from taoli.oversight.views.inspection_revoke import inspection_revoke
from taoli.oversight.views.inspection_show import inspection_show
from taoli.oversight.views.member_list import member_list

app_name = "oversight"
urlpatterns = [
    path("schools/", member_list, name="member_list"),
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
]
