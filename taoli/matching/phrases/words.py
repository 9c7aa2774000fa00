"""The words of a round: its steps, units, modes, and why a pairing ends."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MODES = {
    "fair": _("by wishes, fairly"),
    "assigned": _("assigned, balanced"),
}
UNIT_CHOICES = {
    "student": pgettext_lazy("one unit", "student by student"),
    "study_group": pgettext_lazy("one unit", "by study group"),
    "dormitory": pgettext_lazy("one unit", "by dormitory room"),
    "class": pgettext_lazy("one unit", "by class"),
    "interest_group": pgettext_lazy("one unit", "by interest group"),
}
END_REASONS = {
    "mentor_changed": pgettext_lazy("end of a pairing", "change of mentor"),
    "class_changed": pgettext_lazy("end of a pairing", "change of class"),
    "mentor_left": pgettext_lazy("end of a pairing", "the mentor left"),
    "transferred_out": pgettext_lazy("end of a pairing", "transferred to another school"),
    "suspended": pgettext_lazy("end of a pairing", "suspended studies"),
    "graduated": pgettext_lazy("end of a pairing", "graduated"),
    "year_end": pgettext_lazy("end of a pairing", "end of the school year"),
    "dropped_out": pgettext_lazy("end of a pairing", "left school early"),
    "died": pgettext_lazy("end of a pairing", "died"),
    "other": pgettext_lazy("end of a pairing", "another reason"),
}
# The button that leads to where a step's work is done.
PAGE_WORDS = {
    "matching:offers_edit": _("Mentors and numbers"),
    "matching:choice_show": _("Who has handed in"),
    "matching:code_slips": _("Codes and links"),
    "matching:wishes_type": _("Type paper sheets"),
    "matching:wishes_import": _("Enter a workbook of wishes"),
    "matching:run_start": _("Place the students"),
    "matching:run_show": _("Look at the draft"),
    "matching:run_publish": _("Publish"),
}
# What happens at a step, for the page of the round.
STEP_HINTS = {
    "student_list": _("On paper: tick it once the list of students is settled."),
    "mentor_application": _("On paper: tick it once the teachers have applied."),
    "nominate": _("On paper: tick it once the offices have named the mentors."),
    "publish_mentors": _("Check how many students each mentor takes; then students may see the mentors."),
    "group_students": _("On paper, or in the roster: tick it once the groups are there."),
    "student_choice": _(
        "Students choose on their own page, with a code in the computer room, on paper, or at home with their family."
    ),
    "class_choice": _("On paper: tick it once the classes have chosen together with their officers."),
    "mentor_choice": _("On paper: tick it once it is done."),
    "claim_groups": _("On paper: tick it once it is done."),
    "assign": _("Check how many students each mentor takes, then let the system assign whole units evenly."),
    "allocate": _("Let the system match the wishes; you look at the draft before anybody sees it."),
    "adjust": _("Move single students by hand, with a reason, and look at what that changes."),
    "headcount_sheet": _("On paper: tick it once it is done."),
    "confirm": _("Publish: every student sees the mentor, every mentor the students."),
    "agreement": _("On paper: tick it once it is signed."),
    "appointment_letter": _("On paper: tick it once the letters are handed out."),
    "first_meeting": _("Tick it once mentors, students and families have met."),
}
