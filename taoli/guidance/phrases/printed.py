"""The sentence that is printed of a record."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy

from taoli.guidance.phrases.days import joined, short_date
from taoli.guidance.phrases.ways import way_of

# Filled by the page's script and by `fill` alike: a part in [ ] falls away when it has nothing.
PRINTED = gettext_lazy("{date}[, {place}]: {students} {kind}[; theme: {theme}][; about: {topics}].")
NOT_REACHED = gettext_lazy("{date}: tried to reach {students}, without an answer.")
PART = re.compile(r"\[([^\]]*)\]")
NAME = re.compile(r"\{(\w+)\}")


def fill(template: str, values: Mapping[str, str]) -> str:
    """Fill a template as the page's script does."""

    def part(match: re.Match[str]) -> str:
        names = NAME.findall(match[1])
        return match[1] if all(values.get(name) for name in names) else ""

    return NAME.sub(lambda match: values.get(match[1], ""), PART.sub(part, template))


def printed(
    *,
    held_on: dt.date,
    students: Sequence[str],
    kind: str,
    channel: str,
    place: str = "",
    theme: str = "",
    topics: Sequence[str] = (),
    made: bool = True,
) -> str:
    """Return what a form prints of a record: date, place, students, way, theme, guidances; nothing private."""
    values = {
        "date": short_date(held_on),
        "students": joined(students),
        "kind": str(way_of(kind, channel).printed),
        "place": place,
        "theme": theme,
        "topics": joined(topics),
    }
    return fill(str(PRINTED if made else NOT_REACHED), values)
