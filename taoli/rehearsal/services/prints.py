"""Print jobs of the demo: a class's talk records ready to fetch, and one that waits for a second person."""

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.documents.models import PrintJob
from taoli.documents.official.layout import Holds, Unit
from taoli.documents.official.registry import forms
from taoli.documents.official.whom import ALL, offer, term_now
from taoli.documents.services.pressing import make
from taoli.documents.services.prints import ask
from taoli.rehearsal.services.people import Loaded

FORM = "talk_record"
WHY = "期中家长会，发给各班班主任核对"


def load_prints(loaded: Loaded) -> None:
    """Make one file and ask for another, once."""
    if PrintJob.objects.of(loaded.school).exists():
        return
    office = _office(loaded)
    room = f"class:{loaded.classes[loaded.made.classes[0].name].pk}"
    job = _asked(office, FORM, room)
    make(by=office, job=job, report=lambda _done, _total: None)
    guarded = [one for one in forms().values() if one.holds is not Holds.INTERNAL and one.unit is Unit.STUDENT]
    for form in guarded[:1]:
        _asked(office, form.key, ALL, WHY)


def _asked(by: Actor, key: str, place: str, reason: str = "") -> PrintJob:
    form = forms()[key]
    offered = offer(by, form.unit, place, everyone=True)
    ids, words = [one.pk for one in offered.rows], offered.place_words
    shape = PrintJob.Shape.ONE_PDF
    return ask(by=by, form=form, term=term_now(by), place=words, ids=ids, shape=shape, reason=reason)


def _office(loaded: Loaded) -> Actor:
    person = loaded.staff[loaded.made.offices["moral_office"]]
    held = Membership.objects.get(school_id=loaded.school.pk, person_id=person.pk)
    return actor_for(held, clock.today())
