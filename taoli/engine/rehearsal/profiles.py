"""How five kinds of mentors live through a term: invented, to see every rule kept and not kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares out of one: of what is asked how much is done, how often nobody answers, how often students come
    together, how late it is entered (days); `aims`: does as much as the scheme aims at, not only what it asks.
    """

    key: str
    done: float
    missed: float
    together: float
    latest_entry: int
    aims: bool = False
    answers: tuple[int, ...] = (3, 4, 4, 5)
    register: bool = True


KEEN = Profile("keen", 1.0, 0.05, 0.2, 1, aims=True, answers=(4, 5, 5, 5))
AVERAGE = Profile("average", 0.85, 0.1, 0.3, 3)
OVERLOADED = Profile("overloaded", 0.6, 0.15, 0.5, 9, answers=(3, 3, 4, 5))
ABSENT = Profile("absent", 0.0, 0.0, 0.0, 0, answers=(1, 2, 3), register=False)
GAMER = Profile("gamer", 0.15, 0.0, 0.0, 0, answers=(2, 3, 3, 4))
CROWD = (KEEN, AVERAGE, ABSENT, GAMER, OVERLOADED, AVERAGE, KEEN, AVERAGE, OVERLOADED, AVERAGE)
LAST_NIGHT = 40  # records the gamer writes on the last evening of the term


def profile_of(place: int) -> Profile:
    """The profile of the mentor at that place of the list."""
    return CROWD[place % len(CROWD)]
