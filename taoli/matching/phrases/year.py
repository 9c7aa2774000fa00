"""The words of what happens during the year."""

from django.utils.translation import gettext_lazy as _

AWAY_WAYS = {
    "mentor_left": _("leaves the school: students get other mentors"),
    "mentor_away": _("is on leave: students get other mentors"),
    "stand_in": _("is on leave: somebody stands in, the pairings stay"),
    "stopped": _("no longer mentors, by decision of the office"),
}
MOVE_WAYS = {
    "transferred_out": _("transfers to another school"),
    "suspended": _("suspends studies (休学)"),
    "dropped_out": _("leaves school early"),
    "died": _("has died"),
    "back": _("comes back (复学), or comes again"),
}
DIVIDE_WAYS = {
    "keep": _("keep the mentor"),
    "follow": _("follow the class: a mentor who teaches the new class"),
    "match": _("another mentor, the best free seat"),
}
END_WAYS = {
    "graduated": _("end: graduated"),
    "year_end": _("end: the school year is over"),
    "reconfirm": _("go on: confirmed for another year"),
}
ANSWERS = {
    "declined": _("the mentor stays"),
    "granted": _("another mentor"),
}
