"""A bureau's own stops in the order of its work, and the pages under each."""

from django.utils.translation import pgettext_lazy

from taoli.home.navigation.stops import Stop, under

OVERVIEW = Stop(pgettext_lazy("navigation", "Overview"), "chart-bar", ("oversight:overview_show",))
SCHOOLS = Stop(pgettext_lazy("navigation", "Schools"), "school", ("oversight:member_list",))
STAR_ROUNDS = Stop(pgettext_lazy("navigation", "Star mentors"), "star", ("oversight:star_round_list",))
COURSES = Stop(pgettext_lazy("navigation", "Training"), "certificate", ("oversight:course_list",))
TOPICS = Stop(pgettext_lazy("navigation", "Research topics"), "notebook", ("oversight:filed_topic_list",))
TEXTS = Stop(pgettext_lazy("navigation", "Exchange"), "arrows-exchange", ("oversight:shared_list",))
DRAWS = Stop(pgettext_lazy("navigation", "Draws"), "clipboard-check", ("oversight:draw_list",))
BASES = Stop(pgettext_lazy("navigation", "Base scheme"), "book", ("oversight:base_list",))
STATIONS = Stop(pgettext_lazy("navigation", "Stations"), "home", ("neighbourhood:station_list",))
PLACES = Stop(pgettext_lazy("navigation", "Places to learn"), "map-pin", ("neighbourhood:resource_list",))
JOINT = Stop(pgettext_lazy("navigation", "Joint meeting"), "calendar", ("neighbourhood:joint_list",))
MY_REVIEWS = Stop(pgettext_lazy("navigation", "Reviews"), "star", ("oversight:my_reviews",))

BUREAU = (OVERVIEW, SCHOOLS, STAR_ROUNDS, COURSES, TOPICS, TEXTS, DRAWS, BASES, STATIONS, PLACES, JOINT, MY_REVIEWS)

OF_THE_BUREAU = {
    **under(
        "oversight:overview_show",
        *("overview_school", "overview_measure", "overview_table", "overview_help", "month_show", "indicator_plan"),
    ),
    **under(
        "oversight:member_list",
        *("member_join", "member_edit", "member_leave", "people_list", "person_add", "summary_list", "summary_upload"),
    ),
    **under(
        "oversight:star_round_list",
        *("star_round_edit", "star_round_show", "star_entry_show", "star_condition", "star_remark_list"),
        "star_tie_list",
    ),
    **under(
        "oversight:course_list",
        *("course_edit", "training_figures", "session_edit", "session_show", "session_code", "attendance_import"),
        "attendance_print",
    ),
    **under("oversight:filed_topic_list", "filed_topic_show"),
    **under("oversight:shared_list", "shared_review", "event_edit"),
    **under("oversight:draw_list", "draw_new", "draw_show", "draw_answer"),
    **under("oversight:base_list", "base_start", "base_edit", "base_publish", "base_show"),
    **under("oversight:my_reviews", "star_review_edit"),
    **under(
        "neighbourhood:station_list",
        *("station_edit", "station_close", "station_counts", "station_duty", "station_poster"),
        *("appointment_list", "appointment_new", "appointment_show"),
    ),
    **under("neighbourhood:resource_list", "resource_edit", "resource_import", "booking_list"),
    **under("neighbourhood:joint_list", "joint_edit", "joint_member"),
}
