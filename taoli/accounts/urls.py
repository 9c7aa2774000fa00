"""Addresses of accounts."""

from django.urls import path

from taoli.accounts.views.activate import activate
from taoli.accounts.views.membership_switch import membership_switch
from taoli.accounts.views.session_keep import session_keep
from taoli.accounts.views.sign_in import sign_in
from taoli.accounts.views.sign_out import sign_out

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in, name="sign_in"),
    path("sign-out/", sign_out, name="sign_out"),
    path("still-here/", session_keep, name="session_keep"),
    path("activate/", activate, name="activate"),
    path("memberships/<uuid:pk>/switch/", membership_switch, name="membership_switch"),
]
