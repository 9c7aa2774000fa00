"""Agenda and minutes of the conferences of a grade."""

from taoli.documents.official.minutes import form_of

FORM = form_of("consultation", "集体会诊记录", ("WF-27",), {"title": "级部会诊 · 高一"})
