"""Addresses of the archive."""

from django.urls import path

from taoli.archive.views.archive_print import archive_print
from taoli.archive.views.archive_settings import archive_settings
from taoli.archive.views.archive_show import archive_show
from taoli.archive.views.entry_correct import entry_correct
from taoli.archive.views.entry_file import entry_file
from taoli.archive.views.entry_new import entry_new
from taoli.archive.views.entry_show import entry_show
from taoli.archive.views.entry_withdraw import entry_withdraw
from taoli.archive.views.evaluation_correct import evaluation_correct
from taoli.archive.views.evaluation_grid import evaluation_grid
from taoli.archive.views.evaluation_open import evaluation_open
from taoli.archive.views.evaluation_print import evaluation_print
from taoli.archive.views.evaluation_proof import evaluation_proof
from taoli.archive.views.evaluation_release import evaluation_release
from taoli.archive.views.evaluation_show import evaluation_show
from taoli.archive.views.exam_edit import exam_edit
from taoli.archive.views.exam_import import exam_import
from taoli.archive.views.exam_list import exam_list
from taoli.archive.views.exam_mark import exam_mark
from taoli.archive.views.exam_mentor import exam_mentor
from taoli.archive.views.exam_preview import exam_preview
from taoli.archive.views.exam_publish import exam_publish
from taoli.archive.views.exam_show import exam_show
from taoli.archive.views.exam_template import exam_template
from taoli.archive.views.exam_undo import exam_undo
from taoli.archive.views.goal_cheer import goal_cheer
from taoli.archive.views.goal_edit import goal_edit
from taoli.archive.views.goal_list import goal_list
from taoli.archive.views.goal_move import goal_move
from taoli.archive.views.goal_suggest import goal_suggest
from taoli.archive.views.handed_in import handed_in
from taoli.archive.views.note_drop import note_drop
from taoli.archive.views.note_list import note_list
from taoli.archive.views.performance_edit import performance_edit
from taoli.archive.views.score_list import score_list
from taoli.archive.views.seat_codes import seat_codes
from taoli.archive.views.seat_enter import seat_enter
from taoli.archive.views.seat_write import seat_write
from taoli.archive.views.sheets_print import sheets_print
from taoli.archive.views.sheets_type import sheets_type
from taoli.archive.views.voice_write import voice_write

app_name = "archive"
urlpatterns = [
    path("students/<uuid:pk>/", archive_show, name="archive_show"),
    path("students/<uuid:pk>/print/", archive_print, name="archive_print"),
    path("students/<uuid:pk>/add/", entry_new, name="entry_new"),
    path("students/<uuid:pk>/voice/", voice_write, name="voice_write"),
    path("entries/<uuid:pk>/", entry_show, name="entry_show"),
    path("entries/<uuid:pk>/correct/", entry_correct, name="entry_correct"),
    path("entries/<uuid:pk>/withdraw/", entry_withdraw, name="entry_withdraw"),
    path("entries/files/<uuid:pk>/", entry_file, name="entry_file"),
    path("months/", performance_edit, name="performance_edit"),
    path("evaluations/", evaluation_grid, name="evaluation_grid"),
    path("evaluations/open/", evaluation_open, name="evaluation_open"),
    path("evaluations/release/", evaluation_release, name="evaluation_release"),
    path("evaluations/<uuid:pk>/", evaluation_show, name="evaluation_show"),
    path("evaluations/<uuid:pk>/proof/", evaluation_proof, name="evaluation_proof"),
    path("evaluations/<uuid:pk>/correct/", evaluation_correct, name="evaluation_correct"),
    path("evaluations/<uuid:pk>/print/", evaluation_print, name="evaluation_print"),
    path("settings/", archive_settings, name="archive_settings"),
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
    path("exams/", exam_list, name="exam_list"),
    path("exams/set/", exam_edit, name="exam_edit"),
    path("exams/<uuid:pk>/", exam_show, name="exam_show"),
    path("exams/<uuid:pk>/import/", exam_import, name="exam_import"),
    path("exams/<uuid:pk>/import/<uuid:batch>/", exam_preview, name="exam_preview"),
    path("exams/<uuid:pk>/import/<uuid:batch>/undo/", exam_undo, name="exam_undo"),
    path("exams/<uuid:pk>/template/", exam_template, name="exam_template"),
    path("exams/<uuid:pk>/marks/", exam_mark, name="exam_mark"),
    path("exams/<uuid:pk>/mine/", exam_mentor, name="exam_mentor"),
    path("exams/<uuid:pk>/move/", exam_publish, name="exam_publish"),
    path("students/<uuid:pk>/exams/", score_list, name="score_list"),
]
