"""Addresses of notifications."""

from django.urls import path

from taoli.notifications.views.address_list import address_list
from taoli.notifications.views.channel_edit import channel_edit
from taoli.notifications.views.channel_list import channel_list
from taoli.notifications.views.channel_try import channel_try
from taoli.notifications.views.delivery_again import delivery_again
from taoli.notifications.views.delivery_list import delivery_list
from taoli.notifications.views.inbox import inbox
from taoli.notifications.views.inbox_read import inbox_read
from taoli.notifications.views.notice_open import notice_open
from taoli.notifications.views.quiet_edit import quiet_edit

app_name = "notifications"
urlpatterns = [
    path("", inbox, name="inbox"),
    path("read/", inbox_read, name="inbox_read"),
    path("quiet/", quiet_edit, name="quiet_edit"),
    path("channels/", channel_list, name="channel_list"),
    path("channels/<slug:code>/", channel_edit, name="channel_edit"),
    path("channels/<slug:code>/try/", channel_try, name="channel_try"),
    path("addresses/<slug:kind>/", address_list, name="address_list"),
    path("deliveries/", delivery_list, name="delivery_list"),
    path("deliveries/<uuid:pk>/again/", delivery_again, name="delivery_again"),
    path("<uuid:pk>/", notice_open, name="notice_open"),
]
