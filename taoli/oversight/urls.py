"""Addresses of oversight."""

from django.urls import path

from taoli.oversight.views.base_compare import base_compare
from taoli.oversight.views.base_decline import base_decline
from taoli.oversight.views.base_edit import base_edit
from taoli.oversight.views.base_list import base_list
from taoli.oversight.views.base_publish import base_publish
from taoli.oversight.views.base_show import base_show
from taoli.oversight.views.base_start import base_start
from taoli.oversight.views.base_take import base_take
from taoli.oversight.views.base_tell import base_tell
from taoli.oversight.views.member_list import member_list

app_name = "oversight"
urlpatterns = [
    path("schools/", member_list, name="member_list"),
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
