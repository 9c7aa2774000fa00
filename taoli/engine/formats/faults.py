"""What is wrong with a file: one sentence with the sheet, row and column."""

from pydantic import ValidationError


class FileFault(ValueError):  # noqa: N818 - it is the file's fault, and read as such in the sentence
    """A cause and its place. `row` counts from 1, headings included."""

    def __init__(self, cause: str, *, sheet: str = "", row: int = 0, column: str = "") -> None:
        place = [f"sheet {sheet}"] if sheet else []
        place += [f"row {row}"] if row else []
        place += [f"column {column}"] if column else []
        super().__init__(f"{', '.join(place)}: {cause}" if place else cause)


def sentence(error: OSError | ValueError) -> str:
    """The one sentence for whoever brought the file."""
    if isinstance(error, OSError):
        return f"the file cannot be read ({error.strerror})."
    if isinstance(error, ValidationError):
        fault = error.errors()[0]
        place = ".".join(str(part) for part in fault["loc"]) or "file"
        return f"{place}: {fault['msg']}."
    return f"{error}."
