"""What a bureau tells a school and its people."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.notifications.phrases.kind import Kind, Values, day


def _course_seat(values: Values) -> str:
    return _("%(course)s on %(day)s: you have a seat now.") % {"course": values["course"], "day": day(values["day"])}


def _course_cancelled(values: Values) -> str:
    words = {"course": values["course"], "day": day(values["day"]), "word": values.get("word", "")}
    return _("%(course)s on %(day)s does not take place. %(word)s") % words


KINDS: Mapping[str, Kind] = {
    "course_seat": Kind(gettext_lazy("A seat at a training has become free for me"), _course_seat),
    "course_cancelled": Kind(gettext_lazy("A training I signed up for does not take place"), _course_cancelled),
}
