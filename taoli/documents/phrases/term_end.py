"""The steps at the end of a term, and what they wait for, as sentences."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

STEPS = {
    "surveys": _("Surveys closed"),
    "draft": _("Appraisal drafted"),
    "ticks": _("Ticks given"),
    "shown": _("Sheets shown, objections answered"),
    "published": _("Appraisal published"),
    "notice": _("Honours put up"),
    "result": _("Honours decided"),
    "allowance": _("Allowance for payroll"),
    "print": _("Papers printed"),
}

NO_SURVEY = _("No survey in this term yet. Answers can be typed from a workbook as well.")
SURVEY_DRAFT = _("“%(title)s” is being prepared.")
SURVEY_OPEN = _("“%(title)s” is open until %(day)s: %(answered)s of %(asked)s have answered.")
SURVEY_CLOSED = _("“%(title)s” is closed: %(answered)s of %(asked)s answered.")
COMMENTS_WAIT = ngettext_lazy(
    "%(count)s free text waits for a reviewer.", "%(count)s free texts wait for a reviewer.", "count"
)

NOT_DRAFTED = _("Nothing has been drafted yet; a draft changes nothing for anybody.")
DRAFTED = _("Draft of %(day)s.")
CLOSED_AFTER = _("“%(title)s” closed after the draft: draft again, so that its answers count.")
WAITS_FOR_DRAFT = _("Waits for the draft.")

TICKS_WAIT = ngettext_lazy(
    "%(who)s: %(count)s word is missing (%(items)s).", "%(who)s: %(count)s words are missing (%(items)s).", "count"
)
ALL_TICKED = _("Every item has its tick.")
WAITS_FOR_TICKS = _("Waits for the ticks.")

NOT_SHOWN = _("The mentors have not seen their sheets yet.")
SHOWN = _("Shown on %(day)s; objections until %(until)s.")
OBJECTIONS_OPEN = ngettext_lazy(
    "%(count)s objection waits for an answer.", "%(count)s objections wait for an answer.", "count"
)
NO_OBJECTIONS_OPEN = _("No objection waits.")
WAITS_FOR_SHOWN = _("Waits until the mentors have seen their sheets and every objection is answered.")
CAN_BE_PUBLISHED = _("Every objection is answered.")
PUBLISHED = _("Published on %(day)s; checksum %(checksum)s.")
WAITS_FOR_PUBLISHED = _("Waits for the published appraisal.")

TO_PUT_UP = ngettext_lazy(
    "%(label)s: %(count)s name can be put up.", "%(label)s: %(count)s names can be put up.", "count"
)
NOTICE_DRAFT = _("%(label)s: the notice is prepared, not put up yet.")
NOTICE_POSTED = _("%(label)s: on the wall until %(day)s.")
NOTICE_RESULT = _("%(label)s: decided on %(day)s.")
NO_HONOURS = _("Nobody has an honour in this term.")
WAITS_FOR_LAST_DAY = _("Waits until the last day of the notice is over.")
WAITS_FOR_NOTICE = _("Waits for a notice on the wall.")

ALLOWANCE = _("One line a mentor as Excel, with the reckoning in words.")
PAPERS = _("Filled from what is on record.")

BUTTONS = {
    "surveys": _("Go to the surveys"),
    "prepare": _("Prepare a survey"),
    "close": _("Close the survey"),
    "review": _("Read the free texts"),
    "draft": _("Draft the appraisal"),
    "again": _("Draft again"),
    "assess": _("Give the words"),
    "share": _("Show the mentors their sheets"),
    "objections": _("Go to the objections"),
    "publish": _("Publish the appraisal"),
    "appraisal": _("See the appraisal"),
    "prepare_notice": _("Prepare the notice"),
    "notice": _("See the notice"),
    "notices": _("Public notices"),
    "decide": _("Decide"),
    "allowance": _("Allowance and workload"),
    "forms": _("All forms"),
}
