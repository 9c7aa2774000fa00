"""What is asked of tables and columns, in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

# What a table may be, and what its columns may mean, by the keys of the reader.
KINDS = {
    "students": _("Students"),
    "staff": _("Staff"),
    "teaching": _("Teaching assignments"),
    "guardians": _("Guardians"),
    "moves": _("Who came, left or changed class"),
    "mergers": _("Classes that were merged"),
    "ignore": _("Nothing for the roster: leave it out"),
}
NOT_READ = _("Do not read")
MEANINGS = {
    "number": _("Number"),
    "name": _("Name"),
    "gender": _("Gender"),
    "grade": _("Grade"),
    "class": _("Class"),
    "seat": _("Number in class"),
    "birthday": _("Birthday"),
    "campus": _("Campus"),
    "boarding": _("Boarding"),
    "study_group": _("Study group"),
    "dormitory": _("Dormitory"),
    "teaching_groups": _("Teaching group"),
    "neighbourhood": _("Neighbourhood"),
    "address": _("Home address"),
    "identity_number": _("Identity-card number"),
    "father_name": _("Father's name"),
    "father_phone": _("Father's telephone"),
    "father_relation": _("Father's relation"),
    "mother_name": _("Mother's name"),
    "mother_phone": _("Mother's telephone"),
    "mother_relation": _("Mother's relation"),
    "guardian_name": _("Guardian's name"),
    "guardian_phone": _("Guardian's telephone"),
    "guardian_relation": _("Guardian's relation"),
    "guardian2_name": _("Second guardian's name"),
    "guardian2_phone": _("Second guardian's telephone"),
    "guardian2_relation": _("Second guardian's relation"),
    "homeroom_name": _("Name of the homeroom teacher"),
    "mentor": _("Name of the mentor"),
    "subject": _("Subject"),
    "phone": _("Telephone"),
    "homeroom": _("Homeroom teacher"),
    "duty": _("Post, where homeroom teachers are named"),
    "group": _("Teaching group"),
    "staff": _("Staff number"),
    "staff_name": _("Name of the teacher"),
    "student": _("Student number"),
    "student_name": _("Name of the student"),
    "relation": _("Relation"),
    "change": _("What changed"),
    "day": _("Day"),
    "from": _("Class that ends"),
}
# What the same key is called in one kind of table.
OWN_MEANINGS = {
    ("students", "number"): _("Student number"),
    ("staff", "number"): _("Staff number"),
    ("staff", "homeroom"): _("Homeroom teacher of"),
    ("guardians", "name"): _("Guardian's name"),
    ("moves", "number"): _("Student number"),
    ("moves", "class"): _("New class"),
    ("mergers", "class"): _("New class"),
}
TEACHES = _("Teachers of %(subject)s")
# As the reader calls a column that holds the teachers of one subject: taught:语文.
TAUGHT = "taught:"
QUESTION = _("%(table)s, column %(letter)s %(heading)s: taken for %(meaning)s, not certain")
KIND_QUESTION = _("%(table)s: taken for %(kind)s, not certain")
COLUMN = _("Column %(letter)s: %(heading)s")
COLUMN_ALONE = _("Column %(letter)s, without a heading")
SAMPLES = _("For example %(samples)s")
ROWS = _("%(n)s rows")
# What a title, a sheet's or a file's name says of all its rows.
SAID = {
    "school_class": _("Class"),
    "grade": _("Grade"),
    "group": _("Group"),
    "leader": _("Mentor"),
    "homeroom": _("Homeroom teacher"),
}
# Places of one look that a table names; the rest is counted.
MOST_PLACES = 6


def meaning(kind: str, key: str) -> str:
    """Return what a column of a kind of table means."""
    if key.startswith(TAUGHT):
        return str(TEACHES) % {"subject": key.removeprefix(TAUGHT)}
    return str(OWN_MEANINGS.get((kind, key)) or MEANINGS.get(key, NOT_READ))


def column_label(column: Mapping[str, Any]) -> str:
    """Return which column is asked about."""
    return str(COLUMN if column["heading"] else COLUMN_ALONE) % column


def samples_line(samples: Iterable[str]) -> str:
    """Return what stands in a column."""
    words = "、".join(one for one in samples if one)
    return str(SAMPLES) % {"samples": words} if words else ""


def table_words(guess: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table's title and where it stands: one line a place with its rows and what its title says."""
    places = guess["places"]
    sheets = list(dict.fromkeys(place["sheet"] or place["file"] for place in places))
    return {
        "title": "、".join(sheets[:3]) + ("…" if len(sheets) > 3 else ""),  # noqa: PLR2004 three fit on a line
        "places": [_place_line(place) for place in places[:MOST_PLACES]],
        "more": max(0, len(places) - MOST_PLACES),
    }


def _place_line(place: Mapping[str, Any]) -> str:
    words = [place["file"], place["sheet"], str(ROWS) % {"n": place["rows"]}]
    words += [f"{label} {place[key]}" for key, label in SAID.items() if place.get(key)]
    return " · ".join(word for word in words if word)


def question_lines(guesses: Iterable[Any]) -> list[str]:
    """Return one line for each table and column that is not certain."""
    lines = []
    for guess in guesses:
        table = " · ".join(filter(None, (guess.places[0].file, guess.places[0].sheet)))
        if not guess.kind_certain:
            lines.append(str(KIND_QUESTION) % {"table": table, "kind": KINDS[guess.kind]})
        for column in guess.columns if guess.questions else ():
            if not column.certain:
                words = {"letter": column.letter, "heading": column.heading, "table": table}
                lines.append(str(QUESTION) % {**words, "meaning": meaning(guess.kind, column.key)})
    return lines
