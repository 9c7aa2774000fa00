"""Addresses of the archive."""

from django.urls import path

from taoli.archive.views.goal_cheer import goal_cheer
from taoli.archive.views.goal_edit import goal_edit
from taoli.archive.views.goal_list import goal_list
from taoli.archive.views.goal_move import goal_move
from taoli.archive.views.goal_suggest import goal_suggest
from taoli.archive.views.handed_in import handed_in
from taoli.archive.views.note_drop import note_drop
from taoli.archive.views.note_list import note_list
from taoli.archive.views.seat_codes import seat_codes
from taoli.archive.views.seat_enter import seat_enter
from taoli.archive.views.seat_write import seat_write
from taoli.archive.views.sheets_print import sheets_print
from taoli.archive.views.sheets_type import sheets_type

app_name = "archive"
urlpatterns = [
    path("students/<uuid:pk>/goals/", goal_list, name="goal_list"),
    path("students/<uuid:pk>/goals/suggest/", goal_suggest, name="goal_suggest"),
    path("goals/write/", goal_edit, name="goal_edit"),
    path("goals/<uuid:pk>/move/", goal_move, name="goal_move"),
    path("goals/<uuid:pk>/cheer/", goal_cheer, name="goal_cheer"),
    path("notes/", note_list, name="note_list"),
    path("notes/<uuid:pk>/drop/", note_drop, name="note_drop"),
    path("handed-in/", handed_in, name="handed_in"),
    path("sheets/<uuid:room>/print/", sheets_print, name="sheets_print"),
    path("sheets/type/", sheets_type, name="sheets_type"),
    path("seat/codes/", seat_codes, name="seat_codes"),
    path("seat/", seat_enter, name="seat_enter"),
    path("seat/write/", seat_write, name="seat_write"),
]
