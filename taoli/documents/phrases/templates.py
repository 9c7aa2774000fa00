"""What is wrong with a school's template, in words: where it stands, what it is, what to do."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FAULTS = {
    "too_big": _("The file has %(size)s MB; at most %(most)s MB. Please make the pictures in it smaller."),
    "locked": _("The file is protected by a password. Please take the password off and save it again."),
    "old_word": _("This is an old Word file (.doc). Please save it as .docx in WPS or Word and upload that."),
    "not_word": _("This is not a Word document (.docx), whatever its name says. Please choose another file."),
    "unreadable": _("The file is damaged and cannot be opened. Please save it again in WPS or Word."),
    "packed": _("The file would become far too large when it is opened. Please save it again in WPS or Word."),
    "macros": _("The file holds macros, that is programs. Please save it as .docx, which holds none."),
    "embedded": _("Another file (%(file)s) is put into the document. Please delete it; pictures may stay."),
    "external": _("The document points to something outside it (%(target)s). Please delete the link or the template."),
    "field": _("The document holds a field of the kind %(field)s, which fetches something else. Please delete it."),
    "broken": _("The part %(file)s of the document cannot be read. Please save it again in WPS or Word."),
    "half": _("“%(mark)s” has no other half in the same line. Placeholders look like {{ sheet.name }}."),
    "wide": _("“%(mark)s” is typed with wide braces. Please type {{ and }} with the English keyboard."),
    "statement": _("“%(said)s” is not understood. A template knows for, endfor, if, else and endif only."),
    "not_begun": _("“%(said)s” ends something that was not begun."),
    "not_ended": _("“%(said)s” has no %(end)s."),
    "syntax": _("“%(said)s” cannot be read. Please compare it with the list of placeholders."),
    "expression": _("“%(said)s” is more than a name. A template prints names as they are, without filters or sums."),
    "unknown": _("There is no %(name)s. Do you mean %(near)s?"),
    "unknown_far": _("There is no %(name)s. There is: %(some)s."),
    "not_text": _("%(name)s is not a single text. Please print its parts, or go through it with for."),
    "not_list": _("%(name)s is not a list, so for cannot go through it."),
    "no_parts": _("%(name)s has no parts, so there is no %(said)s."),
    "misplaced": _(
        "A for or an if begins in one place and ends in another, such as begun in a table and ended behind it. "
        "Please let both stand in lines of their own, or both in rows of one table."
    ),
    "slow": _("Filling the template takes too long. Please take loops inside loops out."),
    "unfillable": _("The template cannot be filled with the sample. Please begin again from the default template."),
}
PLACES = {
    "paragraph": pgettext_lazy("place in a document", "Paragraph %(paragraph)s"),
    "table": pgettext_lazy("place in a document", "Table %(table)s, row %(row)s"),
    "header": pgettext_lazy("place in a document", "Header"),
    "footer": pgettext_lazy("place in a document", "Footer"),
    "footnotes": pgettext_lazy("place in a document", "Footnote"),
    "properties": pgettext_lazy("place in a document", "Properties of the file"),
}
FRAME_WORDS = {
    "school": pgettext_lazy("placeholder", "the school's name"),
    "term": pgettext_lazy("placeholder", "the term"),
    "who": pgettext_lazy("placeholder", "who prints it"),
    "when": pgettext_lazy("placeholder", "when it is printed"),
    "title": pgettext_lazy("placeholder", "the form's title"),
}


def place_words(part: str, paragraph: int, table: int, row: int) -> str:
    """Return where a line stands, as one counts in WPS or Word."""
    if part != "body":
        return str(PLACES[part])
    kind = "table" if table else "paragraph"
    return str(PLACES[kind]) % {"paragraph": paragraph, "table": table, "row": row}


def fault_words(code: str, values: Mapping[str, Any]) -> str:
    """Return what is wrong and what to do."""
    return str(FAULTS[code]) % values
