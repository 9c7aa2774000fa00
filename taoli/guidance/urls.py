"""Addresses of guidance."""

from django.urls import path

from taoli.guidance.views.correction_list import correction_list
from taoli.guidance.views.device_close import device_close
from taoli.guidance.views.device_open import device_open
from taoli.guidance.views.draft_drop import draft_drop
from taoli.guidance.views.draft_keep import draft_keep
from taoli.guidance.views.family_message_list import family_message_list
from taoli.guidance.views.family_visit import family_visit
from taoli.guidance.views.file_download import file_download
from taoli.guidance.views.group_show import group_show
from taoli.guidance.views.offline_device import offline_device
from taoli.guidance.views.offline_shell import offline_shell
from taoli.guidance.views.offline_worker import offline_worker
from taoli.guidance.views.outbox_list import outbox_list
from taoli.guidance.views.outbox_receive import outbox_receive
from taoli.guidance.views.outbox_show import outbox_show
from taoli.guidance.views.outbox_state import outbox_state
from taoli.guidance.views.paper_edit import paper_edit
from taoli.guidance.views.paper_inbox import paper_inbox
from taoli.guidance.views.paper_list import paper_list
from taoli.guidance.views.paper_show import paper_show
from taoli.guidance.views.record_correct import record_correct
from taoli.guidance.views.record_list import record_list
from taoli.guidance.views.record_new import record_new
from taoli.guidance.views.record_release import record_release
from taoli.guidance.views.record_show import record_show
from taoli.guidance.views.record_withdraw import record_withdraw
from taoli.guidance.views.step_tick import step_tick
from taoli.guidance.views.strength_tap import strength_tap
from taoli.guidance.views.student_timeline import student_timeline
from taoli.guidance.views.suggestion_drop import suggestion_drop
from taoli.guidance.views.talk_ask import talk_ask
from taoli.guidance.views.talk_codes import talk_codes
from taoli.guidance.views.talk_enter import talk_enter
from taoli.guidance.views.talk_list import talk_list
from taoli.guidance.views.talk_room import talk_room
from taoli.guidance.views.talk_show import talk_show
from taoli.guidance.views.talk_type import talk_type
from taoli.guidance.views.tick_list import tick_list
from taoli.guidance.views.tick_paper import tick_paper
from taoli.guidance.views.tick_type import tick_type
from taoli.guidance.views.unsafe_show import unsafe_show
from taoli.guidance.views.unsafe_wait import unsafe_wait
from taoli.guidance.views.visit_again import visit_again
from taoli.guidance.views.visit_answer import visit_answer
from taoli.guidance.views.visit_change import visit_change
from taoli.guidance.views.visit_code import visit_code
from taoli.guidance.views.visit_hear import visit_hear
from taoli.guidance.views.visit_list import visit_list
from taoli.guidance.views.visit_new import visit_new
from taoli.guidance.views.visit_plan import visit_plan
from taoli.guidance.views.visit_result import visit_result
from taoli.guidance.views.visit_route import visit_route
from taoli.guidance.views.visit_show import visit_show
from taoli.guidance.views.visit_slips import visit_slips
from taoli.guidance.views.visit_tap import visit_tap

app_name = "guidance"
urlpatterns = [
    path("records/", record_list, name="record_list"),
    path("records/new/", record_new, name="record_new"),
    path("records/draft/", draft_keep, name="draft_keep"),
    path("records/draft/drop/", draft_drop, name="draft_drop"),
    path("records/files/<uuid:pk>/", file_download, name="file_download"),
    path("records/<uuid:pk>/step/", step_tick, name="step_tick"),
    path("records/<uuid:pk>/", record_show, name="record_show"),
    path("records/<uuid:pk>/correct/", record_correct, name="record_correct"),
    path("records/<uuid:pk>/withdraw/", record_withdraw, name="record_withdraw"),
    path("records/<uuid:pk>/release/", record_release, name="record_release"),
    path("students/<uuid:pk>/strengths/", strength_tap, name="strength_tap"),
    path("students/<uuid:pk>/", student_timeline, name="student_timeline"),
    path("ticks/", tick_list, name="tick_list"),
    path("ticks/paper/", tick_paper, name="tick_paper"),
    path("ticks/type/", tick_type, name="tick_type"),
    # appointments with families
    path("visits/", visit_list, name="visit_list"),
    path("visits/new/", visit_new, name="visit_new"),
    path("visits/plan/", visit_plan, name="visit_plan"),
    path("visits/route/", visit_route, name="visit_route"),
    path("visits/slips/", visit_slips, name="visit_slips"),
    path("visits/<uuid:pk>/", visit_show, name="visit_show"),
    path("visits/<uuid:pk>/again/", visit_again, name="visit_again"),
    path("visits/<uuid:pk>/heard/", visit_hear, name="visit_hear"),
    path("visits/<uuid:pk>/result/", visit_result, name="visit_result"),
    path("visits/<uuid:pk>/tap/<slug:what>/", visit_tap, name="visit_tap"),
    path("visits/<uuid:pk>/change/<slug:what>/", visit_change, name="visit_change"),
    path("visit/", visit_code, name="visit_code"),
    path("visit/<str:token>/", visit_answer, name="visit_answer"),
    path("family-visits/<uuid:pk>/", family_visit, name="family_visit"),
    path("family-messages/", family_message_list, name="family_message_list"),
    path("corrections/", correction_list, name="correction_list"),
    path("talks/", talk_list, name="talk_list"),
    path("talks/ask/", talk_ask, name="talk_ask"),
    path("talks/codes/", talk_codes, name="talk_codes"),
    path("talks/type/", talk_type, name="talk_type"),
    path("talks/<uuid:pk>/", talk_show, name="talk_show"),
    path("talk/", talk_enter, name="talk_enter"),
    path("talk/me/", talk_room, name="talk_room"),
    path("unsafe/", unsafe_wait, name="unsafe_wait"),
    path("unsafe/<uuid:pk>/", unsafe_show, name="unsafe_show"),
    path("papers/", paper_list, name="paper_list"),
    path("papers/write/", paper_edit, name="paper_edit"),
    path("papers/inbox/", paper_inbox, name="paper_inbox"),
    path("papers/<uuid:pk>/", paper_show, name="paper_show"),
    path("groups/<uuid:pk>/", group_show, name="group_show"),
    path("suggestions/<uuid:pk>/drop/", suggestion_drop, name="suggestion_drop"),
    path("offline/", offline_device, name="offline_device"),
    path("offline/open/", device_open, name="device_open"),
    path("offline/<uuid:pk>/close/", device_close, name="device_close"),
    path("offline/shell/", offline_shell, name="offline_shell"),
    path("offline/worker/", offline_worker, name="offline_worker"),
    path("outbox/", outbox_list, name="outbox_list"),
    path("outbox/state/", outbox_state, name="outbox_state"),
    path("outbox/receive/", outbox_receive, name="outbox_receive"),
    path("outbox/<uuid:pk>/", outbox_show, name="outbox_show"),
]
