"""What a run showed of one place in the scheme, as a sentence with its numbers."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from taoli.rehearsal.phrases.words import CONDITIONS, REASONS
from taoli.schemes.phrases import STEPS, UNITS
from taoli.schemes.phrases.words import ROLES

PROOFS = {
    "everyone_covered": _("%(students)s students are covered; without a mentor: %(missing)s, with two: %(twice)s."),
    "units_whole": _("%(units)s units (%(unit)s); split between mentors: %(split)s."),
    "other_units_there": _("The roster has %(groups)s study groups and %(rooms)s dormitory rooms."),
    "nobody_of_that_role": _("Nobody in this run holds the role %(role)s."),
    "within_bounds": _("%(mentors)s mentors with %(least)s to %(most)s students: within the bounds."),
    "outside_bounds": _("%(over)s mentors are above and %(under)s below the bounds."),
    "shortage_reported": _("The numbers do not allow it; the run said so before anybody was paired."),
    "classes_per_mentor": _("A mentor's students come from %(most)s classes at most; the limit is %(limit)s."),
    "all_eligible": _("Nobody is mentored by somebody who may not: %(wrong)s."),
    "exceptions_seen": _("Exceptions used: %(exceptions)s; otherwise against the rule: %(wrong)s."),
    "not_eligible": _("%(wrong)s students have a mentor who may not mentor them."),
    "successor_took_over": _(
        "%(ended)s pairings ended with their mentor, %(successors)s were taken over; %(kept)s went on."
    ),
    "without_successor": _("%(ended)s pairings ended with their mentor, only %(successors)s were taken over."),
    "nobody_stopped": _("No mentor was stopped in this run."),
    "nothing_changed": _("No mentor changed; %(kept)s pairings went on."),
    "body_named": _("%(body)s is named; the text gives no members."),
    "body_seated": _("%(body)s: people found for %(found)s of %(kinds)s kinds of members."),
    "labels_used": _("%(used)s of %(labels)s of the school's own words are used."),
    "nobody_owes_it": _("%(duty)s: nobody owed it in this term (%(cells)s exempt)."),
    "met_and_missed": _("%(duty)s: done %(met)s times, missing %(unmet)s times; %(conditions)s conditions tried."),
    "never_met": _("%(duty)s: never done in this run (%(unmet)s missing)."),
    "never_missed": _("%(duty)s: always done in this run (%(met)s)."),
    "never_logged": _("%(duty)s: expected but never logged; items on any list: %(cells)s."),
    "spoiled_record": _("%(duty)s: a record counts (%(before)s), and no longer (%(after)s) when %(condition)s."),
    "every_channel": _("%(duty)s: every channel counts."),
    "together_counts": _("%(duty)s: a talk with several students counted for %(cells)s of them."),
    "only_for": _("%(duty)s: owed for %(marked)s students marked so, and for nobody else (%(astray)s)."),
    "by_whom": _("%(duty)s: somebody else's record counted %(counted)s times, as it should (%(wanted)s)."),
    "own_record_only": _("%(duty)s: one's own record by its nature."),
    "due_before_week": _("%(duty)s: due before the end of week %(week)s (%(cells)s)."),
    "aim_not_owed": _(
        "%(duty)s: %(owed)s is owed, %(aim)s aimed at; enough without the aim: %(enough)s, aim reached: %(reached)s."
    ),
    "held_in_the_slot": _("%(duty)s: held %(held)s times on the %(days)s days of its fixed slot."),
    "every_count_opens": _("%(duty)s: everything that counts opens as a record (%(records)s)."),
    "holiday_visit": _("%(duty)s: a visit in the holidays counted %(counted)s times for the term the scheme names."),
    "ticked_on_records": _("%(label)s: ticked on %(records)s records."),
    "switched_off": _("%(label)s: ships switched off."),
    "category_marked": _("%(label)s: %(students)s students, %(with_mentor)s of them with a mentor."),
    "called_when_needed": _("%(label)s: called when needed, held %(met)s times."),
    "met_and_missed_meeting": _("%(label)s: held %(met)s times, missing %(unmet)s times."),
    "trained": _("%(label)s: %(came)s of %(people)s took part."),
    "section_filled": _("%(label)s: %(entries)s entries."),
    "section_without_pages": _(
        "%(label)s: the engine counts %(entries)s entries; pages for them are still to be built."
    ),
    "kept_by_the_office": _("%(label)s: kept by the office, not by us."),
    "form_not_written": _("%(label)s: there is no form for it yet."),
    "form_filled": _("%(label)s: made with %(rows)s lines; %(columns)s columns filled, %(by_hand)s left to the pen."),
    "form_to_write": _("%(label)s: made with %(rows)s lines; all %(by_hand)s columns are for people's own words."),
    "shown_to_mentors": _("It stands among what a mentor is shown."),
    "cycles_in_term": _("%(cycles)s cycles in the term."),
    "no_items_in_the_text": _("The text names no items, only what the result leads to (%(uses)s)."),
    "sheets_made": _("%(sheets)s sheets, %(totals)s with a total; items %(points)s of %(full)s points."),
    "item_scored": _("%(label)s: scored for %(scored)s mentors from %(least)s to %(best)s, left out for %(left_out)s."),
    "item_left_out": _("%(label)s: left out for everybody (%(left_out)s)."),
    "given_by_people": _("Given by people, not by points."),
    "honour_given": _("%(mentors)s mentors."),
    "no_amount": _("The text names no amount."),
    "allowance_reckoned": _("Reckoned for every mentor: %(sum)s in all."),
    "assessors_there": _("%(there)s of %(asked)s who are to assess or gather are there."),
    "still_to_be_built": _("Still to be built: %(app)s."),
    "without_the_apps": _("Carried out by the product (%(app)s), not by the engine alone."),
    "not_built": _("%(app)s is not built yet."),
    "feature_used": _("The product has %(app)s, and this run went through it (%(count)s)."),
    "no_part_here": _("The product has %(app)s; a rehearsal does not touch it."),
    "step_done": _("Step %(place)s, %(step)s: carried out."),
    "step_without_outcome": _("Step %(place)s, %(step)s: not carried out in this run."),
}


def proof_sentence(code: str, params: Mapping[str, Any]) -> str:
    """Return the sentence of a proof, or why a rule is not modelled."""
    if code in REASONS:
        return str(REASONS[code])
    return str(PROOFS[code]) % {name: _word(name, value) for name, value in params.items()}


def _word(name: str, value: Any) -> Any:
    known = {"unit": UNITS, "role": ROLES, "step": STEPS, "condition": CONDITIONS}.get(name, {})
    if value is None:
        return "–"
    return known.get(value, f"{value:g}" if isinstance(value, float) else value)
