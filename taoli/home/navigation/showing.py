"""The stops of everybody in the order of the flow, those of the phone, and what the shell shows of them."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import pgettext_lazy

from taoli.common import demo
from taoli.common.pages import opens
from taoli.common.policy import STAFF, Actor, Role
from taoli.home.navigation.around import (
    AROUND_A_SCHOOL,
    GUESTS,
    INSPECTION,
    MY_STUDENTS,
    PARENTS,
    PLACES_AROUND,
    TO_THE_BUREAU,
)
from taoli.home.navigation.bureau import BUREAU, COURSES, MY_REVIEWS, OF_THE_BUREAU, OVERVIEW, SCHOOLS, STATIONS
from taoli.home.navigation.stops import Stop, under
from taoli.home.queries.shell import demo_clock, draft_key, new_notices, places_of, term_of
from taoli.rehearsal.queries.tour import steps

TODAY = Stop(pgettext_lazy("navigation", "Today"), "home", ("home:today",))
DESK = Stop(pgettext_lazy("navigation", "Desk"), "layout-board", ("home:desk",))
MY_MENTOR = Stop(pgettext_lazy("navigation", "My mentor"), "home", ("home:student_home",))
CHILDS_MENTOR = Stop(pgettext_lazy("navigation", "My child's mentor"), "home", ("home:family_home",))
CLASS_MAP = Stop(pgettext_lazy("navigation", "Class map"), "layout-grid", ("home:class_map",))
COUNSELLING = Stop(pgettext_lazy("navigation", "Counselling"), "leaf", ("care:referral_list",))
NAV = (
    TODAY,
    DESK,
    MY_MENTOR,
    CHILDS_MENTOR,
    MY_STUDENTS,
    *BUREAU,
    CLASS_MAP,
    Stop(
        pgettext_lazy("navigation", "People"),
        "address-book",
        ("roster:student_list", "roster:account_slips"),
        roles=STAFF,
    ),
    Stop(pgettext_lazy("navigation", "Scheme"), "book", ("schemes:scheme_show", "schemes:scheme_list")),
    Stop(pgettext_lazy("navigation", "Pairing"), "heart-handshake", ("matching:round_list", "matching:pairing_list")),
    Stop(pgettext_lazy("navigation", "Records"), "notebook", ("guidance:record_list", "guidance:record_new")),
    Stop(
        pgettext_lazy("navigation", "Growth archive"),
        "archive",
        ("archive:evaluation_grid", "archive:performance_edit", "archive:exam_list"),
    ),
    COUNSELLING,
    Stop(
        pgettext_lazy("navigation", "Care"),
        "leaf",
        ("care:case_list", "care:conference_list", "care:signal_list"),
    ),
    Stop(
        pgettext_lazy("navigation", "Appraisal"),
        "clipboard-check",
        ("evaluation:appraisal_show", "evaluation:my_sheet", "evaluation:assess_grid", "evaluation:story_list"),
    ),
    Stop(pgettext_lazy("navigation", "Forms"), "printer", ("documents:document_list",)),
    INSPECTION,
    Stop(
        pgettext_lazy("navigation", "From year to year"),
        "school",
        ("handover:year_list", "handover:package_list", "handover:package_lacking", "handover:leaving_list"),
    ),
    TO_THE_BUREAU,
    PARENTS,
    PLACES_AROUND,
    GUESTS,
)
# The phone's bar: today · students · record · me. Whoever has no Today gets the first page of the own work.
BEGIN = (
    TODAY,
    DESK,
    CLASS_MAP,
    MY_MENTOR,
    CHILDS_MENTOR,
    MY_STUDENTS,
    OVERVIEW,
    SCHOOLS,
    MY_REVIEWS,
    STATIONS,
    COUNSELLING,
)
TABS = (
    SCHOOLS,
    COURSES,
    Stop(pgettext_lazy("navigation", "Students"), "users", ("roster:student_list",), roles=STAFF),
    Stop(pgettext_lazy("navigation", "Record"), "plus", ("guidance:record_new",), raised=True),
    Stop(pgettext_lazy("navigation", "Me"), "user", ("home:me",)),
)
# Evaluation and honours: what stands side by side above each of these pages.
BESIDE = (
    Stop(
        pgettext_lazy("tabs", "Appraisal"),
        "",
        ("evaluation:appraisal_show", "evaluation:assess_grid", "evaluation:objection_list"),
    ),
    Stop(pgettext_lazy("tabs", "End of the term"), "", ("documents:term_end",)),
    Stop(pgettext_lazy("tabs", "My sheet"), "", ("evaluation:my_sheet",)),
    Stop(
        pgettext_lazy("tabs", "Surveys"),
        "",
        ("evaluation:survey_list", "evaluation:indicator_list", "evaluation:comment_list"),
    ),
    Stop(pgettext_lazy("tabs", "Said of me"), "", ("evaluation:my_results",)),
    Stop(pgettext_lazy("tabs", "Honours"), "", ("evaluation:star_list", "evaluation:notice_list")),
    Stop(pgettext_lazy("tabs", "Stars of the area"), "", ("oversight:candidacy_list", "oversight:my_stars")),
    Stop(pgettext_lazy("tabs", "Allowance"), "", ("evaluation:allowance_show",)),
    Stop(pgettext_lazy("tabs", "Training"), "", ("evaluation:training_list", "evaluation:my_training")),
    Stop(
        pgettext_lazy("tabs", "The area"),
        "",
        ("oversight:course_offer_list", "oversight:topic_list", "oversight:exchange_list"),
    ),
    Stop(pgettext_lazy("tabs", "Collection"), "", ("evaluation:story_list",)),
    Stop(pgettext_lazy("tabs", "Career files"), "", ("evaluation:career_list", "evaluation:my_career")),
)
FIRST: tuple[tuple[Role, str], ...] = (
    (Role.MORAL_OFFICE, "home:desk"),
    (Role.PRINCIPAL, "home:desk"),
    (Role.GRADE_LEAD, "home:desk"),
    (Role.MENTOR, "home:today"),
    (Role.HOMEROOM_TEACHER, "home:class_map"),
    (Role.STUDENT, "home:student_home"),
    (Role.GUARDIAN, "home:family_home"),
    (Role.COUNSELLOR, "care:referral_list"),
    (Role.ASSESSOR, "evaluation:appraisal_show"),
    (Role.SOCIAL_MENTOR, "neighbourhood:my_students"),
    (Role.OFFICER, "oversight:overview_show"),
    (Role.REVIEWER, "oversight:my_reviews"),
    (Role.STATION_STAFF, "neighbourhood:station_list"),
)

# Pages that stand in a later app because they touch two, shown under the stop they belong to.
PLACED = {
    **under("roster:calendar_show", "schemes:calendar_show"),
    **under("schemes:scheme_show", "rehearsal:rehearsal_list", "rehearsal:rehearsal_show"),
    **under("guidance:record_list", "archive:goal_list", "archive:goal_suggest"),
    **under("evaluation:appraisal_show", "documents:term_end"),
    **under(
        "handover:package_list",
        *("package_new", "package_show", "package_receive", "package_preview", "partner_list"),
    ),
    **OF_THE_BUREAU,
    **AROUND_A_SCHOOL,
}
# Apps whose pages stand under many stops: only the stop of the very page is marked, on the phone too.
SPREAD = ("oversight", "neighbourhood")
# Pages of the counsellor; the other pages of the app belong to Care.
COUNSELLED = ("care:referral_", "care:session_", "care:note_", "care:glass_", "care:holding_")


def first_page(actor: Actor) -> str:
    """Return the name of the page where the person's work begins."""
    for role, name in FIRST:
        if actor.holds(role) and opens(actor, name):
            return name
    return "home:me"


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context of every page; what only some templates show is read when they show it."""
    actor = getattr(request, "actor", None)
    place = getattr(request, "membership", None)
    return {
        "shell": {
            "nav": _links(NAV, request, actor),
            "tabs": [*_links(BEGIN, request, actor)[:1], *_links(TABS, request, actor)],
            "beside": _beside(request, actor),
            "school": place.school.name if place else "",
            "search": reverse("home:search") if opens(actor, "home:search") else "",
            "term": SimpleLazyObject(lambda: str(term_of(request) or "")),
            "person": place.name if place else "",
            "notices": SimpleLazyObject(lambda: new_notices(request)),
            "places": SimpleLazyObject(lambda: places_of(request)),
            "demo": _demo(request),
            "draft_key": draft_key(actor) if actor else "",
            "idle": settings.SHARED_IDLE if actor and request.session.get("shared") else 0,
            "offline": reverse("guidance:offline_device") if opens(actor, "guidance:offline_device") else "",
        }
    }


def _links(stops: tuple[Stop, ...], request: HttpRequest, actor: Actor | None) -> list[dict[str, Any]]:
    here = _here(request)
    open_to = [(stop, next((name for name in stop.pages if opens(actor, name)), "")) for stop in stops]
    seen = [(stop, name) for stop, name in open_to if actor is not None and name and actor.holds(*stop.roles)]
    exact = here.partition(":")[0] in SPREAD or any(name == here for _stop, name in seen)
    return [
        {
            "label": stop.label,
            "url": reverse(name),
            "icon": stop.icon,
            "active": name == here if exact else stop is not COUNSELLING and _same_app(here, name),
            "raised": stop.raised,
        }
        for stop, name in seen
    ]


def _beside(request: HttpRequest, actor: Actor | None) -> list[dict[str, Any]]:
    match = getattr(request, "resolver_match", None)
    here = match.view_name if match else ""
    if not any(here in stop.pages for stop in BESIDE):
        return []
    open_to = [(stop, next((name for name in stop.pages if opens(actor, name)), "")) for stop in BESIDE]
    return [{"label": stop.label, "url": reverse(name), "active": here in stop.pages} for stop, name in open_to if name]


def _same_app(here: str, name: str) -> bool:
    return not here.startswith("home:") and here.partition(":")[0] == name.partition(":")[0]


def _here(request: HttpRequest) -> str:
    match = getattr(request, "resolver_match", None)
    name = match.view_name if match else ""
    return "care:referral_list" if name.startswith(COUNSELLED) else PLACED.get(name, name)


def _demo(request: HttpRequest) -> dict[str, Any] | None:
    if not settings.DEMO:
        return None
    return {"clock": demo_clock(), "steps": steps(request) if demo.is_open(request) else []}
