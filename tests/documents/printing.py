"""Asking for prints in tests."""

import uuid

from taoli.common.policy import Actor
from taoli.documents.models import PrintJob
from taoli.documents.official.registry import forms
from taoli.documents.official.whom import ALL, offer, term_now
from taoli.documents.services.prints import ask

KEY = "talk_record"


def asked(by: Actor, shape: str = PrintJob.Shape.ONE_PDF, key: str = KEY, reason: str = "") -> PrintJob:
    form = forms()[key]
    ids = [one.pk for one in offer(by, form.unit, ALL, everyone=True).rows]
    return ask(by=by, form=form, term=term_now(by), place="全部", ids=ids, shape=shape, reason=reason)


def op() -> str:
    return str(uuid.uuid4())
