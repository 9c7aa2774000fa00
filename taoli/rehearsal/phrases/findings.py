"""Sentences of the steps, of what happened in the term, and of what could not be kept."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from taoli.rehearsal.phrases.words import GAVE_WAY

FINDINGS = {
    "students_listed": _("%(students)s of %(of)s students were put on the list."),
    "mentors_applied": _("%(mentors)s teachers applied."),
    "mentors_published": _("%(mentors)s mentors were published."),
    "wishes": _("%(students)s students chose up to %(ranks)s mentors; %(undecided)s did not choose."),
    "mentors_marked": _("%(mentors)s mentors marked %(marks)s wishes."),
    "groups_made": _("%(groups)s groups were made; none is off the ratio by more than %(gap)s students."),
    "groups_claimed": _("%(mentors)s mentors claimed %(groups)s groups."),
    "nominated": _("Mentors were nominated for %(classes)s classes."),
    "classes_chose": _("%(classes)s classes settled their mentor."),
    "seated": _("%(students)s students came to %(mentors)s mentors, %(units)s units whole."),
    "matched": _(
        "%(load_min)s to %(load_max)s students a mentor; first wishes: %(first)s; broken rules: %(broken_rules)s."
    ),
    "confirmed": _("The list of %(students)s students was confirmed."),
    "adjusted": _("%(exchanges)s exchanges by hand, each with its reason."),
    "headcount": _("%(mentors)s mentors counted their students: between %(least)s and %(most)s."),
    "agreement": _("%(papers)s agreements for %(sides)s sides."),
    "appointment_letter": _("%(papers)s letters of appointment."),
    "first_meeting": _("%(meetings)s first meetings."),
    "already_paired": _("Already done in this term: %(students)s pairings."),
    "could_not_keep": _("%(rule)s could not be kept for everybody."),
    "attention_marked": _("%(students)s students were marked for key attention in mid-term."),
    "leave": _("A mentor was away for %(days)s school days; a colleague stood in for %(students)s students."),
    "dropped_out": _("A student dropped out."),
    "transferred_out": _("A student went to another school."),
    "mentor_left": _("A mentor left; successors took over %(students)s students."),
    "mentor_stopped": _("A mentor was stopped on feedback; others took over %(students)s students."),
    "ties_at_the_edge": _("Equal at the edge: %(chosen)s for %(seats)s places, all are in."),
    "more_than_half": _("That is more than half: %(chosen)s of %(mentors)s mentors."),
    "given_by_people": _("Given by people, not by points."),
}


def finding_sentence(code: str, params: Mapping[str, Any]) -> str:
    """Return the sentence of a finding of the engine."""
    words = {**params, "rule": GAVE_WAY.get(str(params.get("rule", "")), "")}
    return str(FINDINGS[code]) % words
