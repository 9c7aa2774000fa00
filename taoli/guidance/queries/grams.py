"""Two-character words: how a text is cut for the index, and a question for the search. Pure."""

import unicodedata

LENGTH = 2
MOST_WORDS = 6


def plain(text: str) -> str:
    """Return a text as it is compared: one form of each sign, small letters, blanks for everything else."""
    signs = unicodedata.normalize("NFKC", text).lower()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in signs).split())


def grams(text: str) -> set[str]:
    """Return each two signs that stand side by side inside a word: 月考 退步 gives 月考, 退步."""
    return {run[at : at + LENGTH] for run in plain(text).split() for at in range(len(run) - LENGTH + 1)}


def words(text: str) -> list[str]:
    """Return the words of a question that are long enough to be searched, the first few."""
    return [word for word in plain(text).split() if len(word) >= LENGTH][:MOST_WORDS]
