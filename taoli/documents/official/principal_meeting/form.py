"""Agenda and minutes of the conferences of the school."""

from taoli.documents.official.minutes import form_of

FORM = form_of("principal_meeting", "校长办公会记录", ("WF-28", "N-18"), {"title": "校长办公会"})
