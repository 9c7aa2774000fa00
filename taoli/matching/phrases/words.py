"""The words of a round: its steps, units, modes, and why a pairing ends."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MODES = {
    "fair": _("by wishes, fairly"),
    "most_satisfied": _("by wishes, as many as possible satisfied"),
    "ruled": _("by wishes under many rules"),
    "assigned": _("assigned, balanced"),
}
# What each mode promises, and what not, in one sentence.
MODE_WORDS = {
    "fair": _(
        "First wishes count first; where a mentor is full, the public draw decides. Nobody misses a mentor whom "
        "somebody with a later place got; the sum of fulfilled wishes may be a little lower."
    ),
    "most_satisfied": _(
        "The wishes together are fulfilled as well as can be, and this is proved. A single student may miss a mentor "
        "whom somebody with a later place got."
    ),
    "ruled": _(
        "Every rule is kept and the wishes are fulfilled as well as the rules allow, with the distance to the best "
        "stated. It promises no order among students."
    ),
    "assigned": _(
        "Wishes are not looked at: classes taught first, then even numbers. For rounds in which nobody chose."
    ),
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
    "student_choice": _("Students choose on their own page, or you enter a workbook of paper wishes."),
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
