"""What cases ask of somebody today: lines of the desk, and a mentor's measures."""

from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.queries import case_counts
from taoli.care.queries.categories import review_count
from taoli.care.queries.measures import led_due, own_measures
from taoli.common import clock
from taoli.common.pages import opens
from taoli.common.policy import Actor
from taoli.home.phrases import CARE_LINES

LIST, CASE, REVIEW = "care:case_list", "care:case_show", "care:category_review"


def care_lines(actor: Actor) -> list[dict[str, object]]:
    """Return how many cases wait for somebody, each with the list it leads to; two queries, no names."""
    if not opens(actor, LIST):
        return []
    counts, address = case_counts(actor), reverse(LIST)
    lines: list[dict[str, object]] = [
        {"title": words % {"n": counts[show]}, "url": f"{address}?show={show}", "soon": show == "leaderless"}
        for show, words in CARE_LINES.items()
        if counts[show]
    ]
    if opens(actor, REVIEW) and (n := review_count(actor)):
        words = _("Students with facts to look at again: %(n)s") % {"n": n}
        lines.append({"title": words, "url": reverse(REVIEW), "soon": False})
    return lines


def care_due(actor: Actor) -> list[dict[str, str]]:
    """Return the actor's own measures and the cases led whose day has come, not why there is a case; two queries."""
    measures = [(one.text, one.student, one.room, one.case_id) for one in own_measures(actor, until=clock.today())]
    looks = [(_("To be looked at: how does it stand?"), one.student, one.room, one.case_id) for one in led_due(actor)]
    return [
        {"title": title, "sub": f"{student} · {room}", "url": reverse(CASE, args=[pk])}
        for title, student, room, pk in [*measures, *looks]
    ]
