"""What a bureau publishes is told to the offices of its schools on this server, each in the school's own fence."""

from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db import transaction
from django.urls import reverse
from django_tasks import task

from taoli.common.each_school import in_turn
from taoli.common.models import School
from taoli.common.policy import Role, system
from taoli.guidance.queries.adults import holders_of
from taoli.handover.queries.keys import own_fingerprint
from taoli.notifications.services import To, notify, withdraw
from taoli.oversight.models import Draw, Member
from taoli.schemes.models import BaseScheme


@dataclass(frozen=True, slots=True)
class News:
    """A notice to an office; `instead`: kind and about of an earlier one that leads nowhere any more."""

    kind: str
    about: str
    params: dict[str, str]
    link: str
    instead: tuple[str, str] = ("", "")


def tell_of_draw(*, draw: Draw, kind: str, codes: Collection[str] = ()) -> None:
    """Tell of a draw that was announced, drawn or called off; `codes`: only these schools."""
    page = reverse("oversight:call_show", args=[draw.pk])
    params = {"draw": draw.title, "day": draw.seed_on.isoformat()}
    news = News(kind, str(draw.pk), params, page)
    if kind == "draw_off":
        news = replace(news, link=reverse("oversight:call_list"), instead=("draw_announced", str(draw.pk)))
    _tell(draw.school_id, news, codes)


def tell_of_base(*, bureau_id: int, base: BaseScheme, last: BaseScheme | None) -> None:
    """Tell of a version of the base scheme; the page of the one before is there no longer, nor is its notice."""
    instead = ("base_published", str(last.pk)) if last else ("", "")
    page = reverse("oversight:base_compare", args=[base.pk])
    _tell(bureau_id, News("base_published", str(base.pk), {"version": str(base.version)}, page, instead), ())


def tell_of_key(*, school_id: int, bureau: str, code: str) -> None:
    """Tell the own office that a bureau on another server asks for the school's card or its digits; once a key."""
    about = f"{code}:{own_fingerprint(school_id)}"
    page = reverse("oversight:bureau_edit")
    tell_office(school_id, News("key_wanted", about, {"bureau": bureau, "code": code}, page))


def _tell(bureau_id: int, news: News, codes: Collection[str]) -> None:
    told: dict[str, Any] = asdict(news)
    transaction.on_commit(lambda: tell_schools.enqueue(bureau_id=bureau_id, news=told, codes=sorted(codes)))


@task()
def tell_schools(*, bureau_id: int, news: dict[str, Any], codes: list[str]) -> None:
    """Tell the offices of the bureau's schools, one school after the other, each in a transaction of its own.

    CommandError at the end, naming the schools that could not be told.
    """
    bureau = School.objects.get(pk=bureau_id)
    rows = Member.objects.of(bureau).filter(left_on=None).exclude(hosted=None)
    told = News(**{**news, "params": {**news["params"], "bureau": bureau.name}, "instead": tuple(news["instead"])})
    asked = (rows.filter(code__in=codes) if codes else rows).values("hosted")
    list(in_turn(School.objects.filter(pk__in=asked).order_by("pk"), lambda school: tell_office(school.pk, told)))


def tell_office(school_id: int, news: News) -> None:
    """In the school's fence: tell its office."""
    by, office = system(school_id), holders_of(school_id, Role.MORAL_OFFICE)
    kind, about = news.instead
    if kind:
        withdraw(by=by, kind=kind, about=about, receivers=office)
    to = [To("staff", pk) for pk in office]
    notify(by=by, to=to, kind=news.kind, about=news.about, params=news.params, link=news.link)
