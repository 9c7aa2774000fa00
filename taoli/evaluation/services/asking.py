"""Telling people that they are asked, and reminding those who have not answered, without knowing who answered what."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.accounts.queries import holders as accounts
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import BallotToken, Survey
from taoli.evaluation.queries.ballots import unspent
from taoli.evaluation.queries.population import FAMILY, STUDENT, secret
from taoli.matching.queries.closing import families
from taoli.notifications.services import To, notify

KIND, GUARDIAN = "survey_asked", "guardian"
Person = tuple[str, uuid.UUID]


def tell(*, by: Actor, survey: Survey, holders: Iterable[Person], occasion: str) -> int:
    """Put a notice into the outbox for each who has an account, to come in the hours for notices; return how many.

    Families and students without one are asked by the slips that the office prints for those who have not answered.
    """
    params = {"survey": survey.title, "until": survey.closes_on.isoformat(), "secret": secret(survey)}
    return notify(
        by=by,
        to=_receivers(survey.school_id, list(holders)),
        kind=KIND,
        about=f"{survey.pk}:{occasion}",
        params=params,
        link=reverse("evaluation:ballot_list"),
    )


def remind(*, by: Actor, survey_id: uuid.UUID) -> int:
    """Remind those with an account whose right to answer is unused and who are still at the school, once a day at most;
    return how many are told. TaoliError: not open.
    """
    survey, today = Survey.objects.of(by.school_id).get(pk=survey_id), clock.today()
    if survey.state != Survey.State.OPEN or survey.closes_on < today:
        raise TaoliError(_("Nobody is reminded: the survey is not open."))
    # The day stands in the token, and no names: of the audit only the number.
    with change(by=by, action="survey.remind", object_id=survey_id) as note:
        rows = [one for one in unspent(survey) if _rested(one, today)]
        BallotToken.objects.of(by.school_id).filter(pk__in=[one.pk for one in rows]).update(reminded_on=today)
        holders = [(one.holder_kind, one.holder_id) for one in rows]
        told = tell(by=by, survey=survey, holders=holders, occasion=today.isoformat())
        note.data["told"] = told
    return told


def _rested(token: BallotToken, today: dt.date) -> bool:
    return token.reminded_on is None or token.reminded_on < today


def _receivers(school_id: int, holders: list[Person]) -> list[To]:
    at_home = families(school_id, [pk for kind, pk in holders if kind == FAMILY])
    with_account = set(accounts(school_id, STUDENT)) if any(kind == STUDENT for kind, _pk in holders) else set()
    found = [To(kind, pk) for kind, pk in holders if kind not in {FAMILY, STUDENT}]
    found += [To(kind, pk) for kind, pk in holders if kind == STUDENT and pk in with_account]
    # A guardian of two children is asked twice and told once.
    guardians = dict.fromkeys(pk for told in at_home.values() for kind, pk in told if kind == GUARDIAN)
    return found + [To(GUARDIAN, pk) for pk in guardians]
