"""What a bureau tells a school and its people."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.notifications.phrases.kind import Kind, Values, day, one_of, plain


def _course_seat(values: Values) -> str:
    return _("%(course)s on %(day)s: you have a seat now.") % {"course": values["course"], "day": day(values["day"])}


def _course_cancelled(values: Values) -> str:
    words = {"course": values["course"], "day": day(values["day"]), "word": values.get("word", "")}
    return _("%(course)s on %(day)s does not take place. %(word)s") % words


def _draw_announced(values: Values) -> str:
    words = {"bureau": values["bureau"], "draw": values["draw"], "day": day(values["day"])}
    return _("%(bureau)s has announced the draw “%(draw)s”. Please freeze the list before %(day)s.") % words


_key_wanted = one_of(
    "code",
    {
        "unknown_school": gettext_lazy("%(bureau)s does not know the school's key yet. Please give it the card."),
        "key_not_compared": gettext_lazy(
            "%(bureau)s has not compared the school's key yet. Please telephone and read your own digits out."
        ),
    },
)


_star_outcome = one_of(
    "code",
    {
        "recognised": gettext_lazy("“%(round)s” is decided: you are recognised. The certificate is there to print."),
        "not_now": gettext_lazy("“%(round)s” is decided: you are not recognised this time. Thank you for applying."),
        "withdrawn": gettext_lazy("The recognition of “%(round)s” has been withdrawn."),
    },
)


KINDS: Mapping[str, Kind] = {
    "course_seat": Kind(gettext_lazy("A seat at a training has become free for me"), _course_seat),
    "course_cancelled": Kind(gettext_lazy("A training I signed up for does not take place"), _course_cancelled),
    "draw_announced": Kind(gettext_lazy("A bureau has announced a random draw"), _draw_announced),
    "draw_drawn": Kind(
        gettext_lazy("The number of a random draw is known"),
        plain(gettext_lazy("The number of the draw “%(draw)s” is known. Please look whether places here were drawn.")),
    ),
    "draw_off": Kind(
        gettext_lazy("A random draw has been called off"),
        plain(gettext_lazy("%(bureau)s has called the draw “%(draw)s” off. There is nothing to do for it any more.")),
    ),
    "base_published": Kind(
        gettext_lazy("A bureau has published a base scheme"),
        plain(
            gettext_lazy(
                "%(bureau)s has published version %(version)s of its base scheme. Please compare it with your own."
            )
        ),
    ),
    "star_returned": Kind(
        gettext_lazy("My application as a star mentor of the area came back"),
        plain(
            gettext_lazy(
                "Your application for “%(round)s” came back with a word. Please change it and hand it in again."
            )
        ),
    ),
    "star_outcome": Kind(gettext_lazy("A bureau has decided on my application as a star mentor"), _star_outcome),
    "key_wanted": Kind(gettext_lazy("A bureau asks for the school's key"), _key_wanted),
}
