"""Addresses of care."""

from django.urls import URLPattern, path

from taoli.care.views.glass_ask import glass_ask
from taoli.care.views.glass_end import glass_end
from taoli.care.views.glass_list import glass_list
from taoli.care.views.glass_show import glass_show
from taoli.care.views.harm_close import harm_close
from taoli.care.views.harm_list import harm_list
from taoli.care.views.harm_name import harm_name
from taoli.care.views.harm_new import harm_new
from taoli.care.views.harm_print import harm_print
from taoli.care.views.harm_show import harm_show
from taoli.care.views.harm_step import harm_step
from taoli.care.views.harm_tell import harm_tell
from taoli.care.views.holding_hand import holding_hand
from taoli.care.views.note_edit import note_edit
from taoli.care.views.note_list import note_list
from taoli.care.views.officer_edit import officer_edit
from taoli.care.views.referral_advise import referral_advise
from taoli.care.views.referral_line import referral_line
from taoli.care.views.referral_list import referral_list
from taoli.care.views.referral_mine import referral_mine
from taoli.care.views.referral_move import referral_move
from taoli.care.views.referral_new import referral_new
from taoli.care.views.referral_open import referral_open
from taoli.care.views.referral_show import referral_show
from taoli.care.views.session_move import session_move
from taoli.care.views.session_new import session_new

app_name = "care"
urlpatterns: list[URLPattern] = [
    path("referrals/", referral_list, name="referral_list"),
    path("referrals/mine/", referral_mine, name="referral_mine"),
    path("referrals/new/", referral_new, name="referral_new"),
    path("referrals/<uuid:pk>/", referral_show, name="referral_show"),
    path("referrals/<uuid:pk>/open/", referral_open, name="referral_open"),
    path("referrals/<uuid:pk>/move/", referral_move, name="referral_move"),
    path("referrals/<uuid:pk>/advise/", referral_advise, name="referral_advise"),
    path("students/<uuid:pk>/counsellor/", referral_line, name="referral_line"),
    path("referrals/<uuid:pk>/session/", session_new, name="session_new"),
    path("sessions/<uuid:pk>/move/", session_move, name="session_move"),
    path("students/<uuid:pk>/notes/", note_list, name="note_list"),
    path("students/<uuid:pk>/notes/write/", note_edit, name="note_edit"),
    path("holdings/hand/", holding_hand, name="holding_hand"),
    path("glass/ask/", glass_ask, name="glass_ask"),
    path("glass/", glass_list, name="glass_list"),
    path("glass/<uuid:pk>/", glass_show, name="glass_show"),
    path("glass/<uuid:pk>/end/", glass_end, name="glass_end"),
    path("harm/", harm_list, name="harm_list"),
    path("harm/new/", harm_new, name="harm_new"),
    path("harm/<uuid:pk>/", harm_show, name="harm_show"),
    path("harm/<uuid:pk>/print/", harm_print, name="harm_print"),
    path("harm/<uuid:pk>/step/", harm_step, name="harm_step"),
    path("harm/<uuid:pk>/name/", harm_name, name="harm_name"),
    path("harm/<uuid:pk>/tell/", harm_tell, name="harm_tell"),
    path("harm/<uuid:pk>/close/", harm_close, name="harm_close"),
    path("officers/", officer_edit, name="officer_edit"),
]
