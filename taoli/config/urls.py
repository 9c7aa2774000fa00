"""Every address of Taoli, in the order of the flow."""

from django.urls import URLPattern, URLResolver, include, path

from taoli.common.health import healthz
from taoli.common.language import set_language

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("language/", set_language, name="set_language"),
    path("", include("taoli.home.urls")),
    path("", include("taoli.accounts.urls")),
    path("roster/", include("taoli.roster.urls")),
    path("notices/", include("taoli.notifications.urls")),
    path("schemes/", include("taoli.schemes.urls")),
    path("matching/", include("taoli.matching.urls")),
    path("guidance/", include("taoli.guidance.urls")),
    path("archive/", include("taoli.archive.urls")),
    path("care/", include("taoli.care.urls")),
    path("evaluation/", include("taoli.evaluation.urls")),
    path("documents/", include("taoli.documents.urls")),
    path("handover/", include("taoli.handover.urls")),
    path("neighbourhood/", include("taoli.neighbourhood.urls")),
    path("oversight/", include("taoli.oversight.urls")),
    path("", include("taoli.rehearsal.urls")),
]

handler400 = "taoli.common.errors.bad_request"
handler403 = "taoli.common.errors.forbidden"
handler404 = "taoli.common.errors.not_found"
handler500 = "taoli.common.errors.server_error"
