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
    "matching:choice_show": _("Who has handed in"),
    "matching:code_slips": _("Codes and links"),
    "matching:wishes_type": _("Type paper sheets"),
    "matching:wishes_import": _("Enter a workbook of wishes"),
    "matching:mark_list": _("The mentors' choice"),
    "matching:listed_edit": _("The list of students"),
    "matching:application_list": _("The applications"),
    "matching:application_edit": _("Apply to be a mentor"),
    "matching:nomination_edit": _("Name the mentors"),
    "matching:class_choice_edit": _("Enter what the classes have settled"),
    "matching:grouping_list": _("Form the groups"),
    "matching:unit_list": _("Groups and who is in none"),
    "matching:claim_list": _("How far the claims are"),
    "matching:claim_edit": _("Claim groups"),
    "matching:headcount_show": _("The headcount sheet"),
    "matching:run_start": _("Place the students"),
    "matching:run_show": _("Look at the draft"),
    "matching:run_publish": _("Publish"),
    "matching:agreement_list": _("Who has signed"),
    "matching:agreement_edit": _("Words of the agreement"),
    "matching:letter_list": _("Letters of appointment"),
    "matching:meeting_edit": _("Time and place"),
}
# What happens at a step, for the page of the round.
STEP_HINTS = {
    "student_list": _(
        "Homeroom teachers and grade leads put students on the list; settle it, then only these take part."
    ),
    "mentor_application": _(
        "Teachers apply; take the applications, or ask for a word more. Then nobody else is on offer."
    ),
    "nominate": _("Each office names mentors; settle it, then these are on offer and nobody else."),
    "publish_mentors": _("Check how many students each mentor takes; then students may see the mentors."),
    "group_students": _("Form the groups class by class, look at them, accept them; groups of an import count, too."),
    "student_choice": _(
        "Students choose on their own page, with a code in the computer room, on paper, or at home with their family."
    ),
    "class_choice": _("Each class settles its mentor with its officers; the homeroom teacher or the office enters it."),
    "mentor_choice": _("Each mentor marks who would be gladly taken; nobody is refused, and ranks stay hidden."),
    "claim_groups": _(
        "Mentors claim groups; nobody is faster or slower. Tick it once it is over, then place the groups."
    ),
    "assign": _("Check how many students each mentor takes, then let the system assign whole units evenly."),
    "allocate": _("Let the system match the wishes; you look at the draft before anybody sees it."),
    "adjust": _("Move single students by hand, with a reason, and look at what that changes."),
    "headcount_sheet": _("The sheet is filled from what is there; print it, or hand it out as a workbook."),
    "confirm": _("Publish: every student sees the mentor, every mentor the students."),
    "agreement": _("Signed by a tap or on printed sheets; it is done by itself once everybody has signed."),
    "appointment_letter": _("Print the letters and tick who has been handed one; done by itself once all have."),
    "first_meeting": _("Say when and where; each mentor notes with one tap that it was held."),
}
# What a round asks of somebody on the first page: by step and role, ("", "") for whoever runs it.
ASKED = {
    ("student_choice", "student"): _(
        "Choose mentors. Nobody but the office that runs the round sees whom you wish for."
    ),
    ("publish_mentors", "mentor"): _("Write a few words about yourself, so that students can choose."),
    ("mentor_choice", "mentor"): _("Mark whom of those who wished for you you would gladly take; nobody is refused."),
    ("claim_groups", "mentor"): _("Claim the groups you would like to take; it does not matter who is first."),
    ("student_list", "homeroom_teacher"): _("Put the students of your class who are to have a mentor on the list."),
    ("group_students", "homeroom_teacher"): _("Form the groups of your class, look at the draft, accept it."),
    ("class_choice", "homeroom_teacher"): _("Enter the mentor your class has settled on."),
    ("agreement", "student"): _("Read the agreement with your mentor and say yes, or sign on paper."),
    ("agreement", "mentor"): _("Read the agreement with your students and say yes."),
    ("agreement", "guardian"): _("Read the agreement about your child's mentor and say yes, or sign on paper."),
    ("agreement", "homeroom_teacher"): _("Tick which sheets of your class have come back signed."),
    ("first_meeting", "mentor"): _("Meet your students for the first time, then note it with one tap."),
    ("", ""): _("This step is open now."),
}
