"""A school's stops that lead out of it: the bureau above, the neighbourhood around; and the pages under each."""

from django.utils.translation import pgettext_lazy

from taoli.home.navigation.stops import Stop, under

MY_STUDENTS = Stop(pgettext_lazy("navigation", "My students"), "users", ("neighbourhood:my_students",))
INSPECTION = Stop(
    pgettext_lazy("navigation", "Inspection"), "clipboard-check", ("oversight:call_list", "oversight:inspection_list")
)
TO_THE_BUREAU = Stop(pgettext_lazy("navigation", "To the bureau"), "send", ("oversight:handed_in_list",))
PARENTS = Stop(pgettext_lazy("navigation", "Parents’ school"), "messages", ("neighbourhood:lecture_list",))
PLACES_AROUND = Stop(pgettext_lazy("navigation", "Places to learn"), "map-pin", ("neighbourhood:resource_find",))
GUESTS = Stop(pgettext_lazy("navigation", "Mentors from outside"), "user-plus", ("neighbourhood:companion_list",))

AROUND_A_SCHOOL = {
    **under(
        "oversight:call_list",
        *("call_show", "call_slips", "call_result", "inspection_list", "inspection_new", "inspection_show"),
    ),
    **under("oversight:handed_in_list", "handed_in_show", "bureau_edit"),
    **under("schemes:scheme_show", "oversight:base_compare", "oversight:base_decline"),
    **under(
        "evaluation:appraisal_show",
        *("oversight:candidacy_list", "oversight:candidacy_endorse"),
        *("oversight:my_stars", "oversight:star_apply", "oversight:star_certificate"),
        *("oversight:course_offer_list", "oversight:course_book", "oversight:check_in", "oversight:certificate_print"),
        *("oversight:topic_list", "oversight:topic_edit", "oversight:topic_show"),
        *("oversight:exchange_list", "oversight:exchange_show", "oversight:exchange_offer"),
    ),
    **under("neighbourhood:lecture_list", "lecture_edit", "lecture_show", "lecture_poster"),
    **under("neighbourhood:resource_find", "resource_book", "visit_list"),
    **under("neighbourhood:companion_list", "companion_edit", "companion_give", "companion_slip", "note_list"),
    **under("neighbourhood:my_students", "note_edit"),
}
