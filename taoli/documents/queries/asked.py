"""What the scheme asks of mentors, as a handbook and a plan print it."""

from taoli.common.policy import Actor
from taoli.documents.queries.mentees import day_of
from taoli.documents.queries.scheme import paper_of
from taoli.roster.models import Term
from taoli.schemes.queries import published

CHAPTER = "工作要求"


def duties_asked(actor: Actor, term: Term) -> list[dict[str, str]]:
    """Return the sentences of the scheme's chapter 工作要求 with where each stands; none without one. One query."""
    version = published(actor.school_id, day_of(term))
    if version is None:
        return []
    found = [one.lines for one in paper_of(version).chapters if one.title.endswith(CHAPTER)]
    return [{"no": str(line.no), "text": line.text, "ref": line.ref} for lines in found for line in lines]
