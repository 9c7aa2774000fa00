"""Draws of the demo: one just announced, one in which people are asked, one whose result the school may see; a pack."""

import datetime as dt

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Actor, Held, Role, system
from taoli.engine.survey import ANSWERS, draw
from taoli.oversight.models import CallList, CallPlace, CallTally, Draw
from taoli.oversight.queries.calls import code_hash
from taoli.oversight.queries.inspections import mentor_numbers
from taoli.oversight.services.calls import draw_places, freeze, note_consent
from taoli.oversight.services.draws import DrawFacts, announce, type_number
from taoli.oversight.services.inspections import Papers, invite, keep_pack
from taoli.rehearsal.services.people import Loaded

DAY = dt.timedelta(days=1)
SHOWN_CODE = "DEMQ2DEMQ3DEMQ4"  # of a slip, so that the page behind it can be looked at
COUNTS = ((9, 2, 1), (7, 3, 2), (10, 2, 0))


def load_draws(district: School, big: Loaded) -> None:
    """Announce three draws; the big school takes part in two."""
    if Draw.objects.of(district).exists():
        return
    announce(by=system(district.pk), facts=_facts("学期末家长回访", 10))
    asked = _drawn(district, big, _facts("导师工作回访", 6, whom="mentors"))
    call = draw_places(by=big.by, announced=asked)
    places = list(CallPlace.objects.of(big.school).filter(list=call).order_by("place"))
    for place, said in zip(places, ("yes", "yes", "yes", "yes", "no"), strict=False):
        note_consent(by=big.by, announced=asked, place_id=place.pk, consent=said)
    CallPlace.objects.of(big.school).filter(pk=places[0].pk).update(code_hash=code_hash(SHOWN_CODE))
    _over(big, _drawn(district, big, _facts("期中家长回访", 14)))
    _pack(big)


def _facts(title: str, k: int, whom: str = "families") -> DrawFacts:
    day = clock.today() + 7 * DAY
    return DrawFacts(
        title=title,
        whom=whom,
        k=k,
        each=True,
        schools=None,
        sentence=f"春和区教育局2026年秋季{title}",
        number_from="当日福彩3D中奖号",
        seed_on=day,
        ends_on=day + 9 * DAY,
        telephone="0000-1234567",
    )


def _drawn(district: School, big: Loaded, facts: DrawFacts) -> Draw:
    """Freeze the list as if it had been announced a week ago, and type the number."""
    row = announce(by=system(district.pk), facts=facts)
    freeze(by=big.by, announced=row)
    Draw.objects.of(district).filter(pk=row.pk).update(seed_on=clock.today() - 2 * DAY)
    return type_number(by=system(district.pk), draw_id=row.pk, number="731")


def _over(big: Loaded, row: Draw) -> None:
    """Let the calls be over: twelve of fourteen have answered, the school has not told it yet."""
    call = draw_places(by=big.by, announced=row)
    places = CallPlace.objects.of(big.school).filter(list=call)
    places.update(consent=CallPlace.Consent.YES, spent=True)
    places.filter(pk__in=[one.pk for one in places.order_by("place")[:2]]).update(consent="missed", spent=False)
    keys = list(dict.fromkeys(CallTally.objects.of(big.school).filter(list=call).values_list("question", flat=True)))
    for key, counts in zip(sorted(keys), COUNTS, strict=True):
        for answer, n in zip(ANSWERS, counts, strict=True):
            CallTally.objects.of(big.school).filter(list=call, question=key, answer=answer).update(n=n)
    yesterday = clock.today() - DAY
    Draw.objects.of(row.school_id).filter(pk=row.pk).update(ends_on=yesterday)
    CallList.objects.of(big.school).filter(pk=call.pk).update(ends_on=yesterday, opened_at=clock.now())


def _pack(big: Loaded) -> None:
    """Keep a pack with the list of numbers only: printing takes seconds, and one click makes a whole one."""
    office = big.staff[big.made.offices["moral_office"]]
    by = Actor(None, big.school.pk, "staff", office.pk, office.name, (Held(Role.MORAL_OFFICE),))
    numbers = tuple(sorted(mentor_numbers(big.school.pk)))
    listed = "".join(f"{number}\n" for number in numbers)
    papers = Papers((("抽样名单.txt", listed.encode()),), numbers, draw(numbers, 1, "731"), "731")
    pack = keep_pack(by=by, occasion="秋季督导（示例：仅抽样名单）", k=1, papers=papers)
    invite(by=by, pack_id=pack.pk, name="督导组", hours=4)
