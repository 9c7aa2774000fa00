"""Applications for stars: which ladder holds, what a mentor can show, what waits for a review."""

import uuid
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.policy import Actor
from taoli.engine.scheme import Honour
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, StarApplication, Story, TrainingPart
from taoli.evaluation.permissions import STAR
from taoli.evaluation.queries.ladder import stars_in
from taoli.evaluation.queries.training import hours_words
from taoli.roster.models import Staff

PAGES = {
    "sheet": "evaluation:sheet_show",
    "story": "evaluation:story_show",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of evidence: `value` as it is kept, its words, and where it can be looked at."""

    value: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class StarRow:
    """An application as a list or page shows it."""

    row: StarApplication
    level: str
    evidence: tuple[Shown, ...]
    own: bool


def star_run(school_id: int) -> AppraisalRun | None:
    """Return the appraisal for which stars are given: the latest published one."""
    rows = AppraisalRun.objects.of(school_id).filter(state=AppraisalRun.State.PUBLISHED)
    return rows.select_related("term", "scheme").order_by("-term__starts", "id").first()


def applications(actor: Actor) -> list[StarRow]:
    """Return the applications the actor reaches, those that wait first, then the latest."""
    found = list(_reached(actor).order_by("-sent_at", "id"))
    found.sort(key=lambda one: one.state != StarApplication.State.SENT)
    labels = _labels({one.run for one in found})
    return [StarRow(one, _level(labels, one), (), one.mentor_id == actor.person_id) for one in found]


def get_application(actor: Actor, pk: uuid.UUID, action: str = "view") -> StarApplication:
    """Return one application within reach; 404 otherwise."""
    found = _reached(actor, action).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def star_row(actor: Actor, row: StarApplication) -> StarRow:
    """Return one application with its evidence in words."""
    words = {one.value: one for one in evidence_of(row.mentor, review=row.mentor_id != actor.person_id)}
    kept = tuple(words.get(value, Shown(value, _("no longer there"), "")) for value in row.evidence)
    return StarRow(row, _level(_labels({row.run}), row), kept, row.mentor_id == actor.person_id)


def mentor_of(actor: Actor, run: AppraisalRun | None) -> Staff | None:
    """Return the actor as a mentor with a sheet in the appraisal, or None."""
    if run is None or actor.person_kind != "staff" or actor.person_id is None:
        return None
    there = AppraisalSheet.objects.of(actor.school_id).filter(run=run, mentor_id=actor.person_id)
    return Staff.objects.of(actor.school_id).filter(pk=actor.person_id).first() if there.exists() else None


def waiting_of(mentor: Staff, run: AppraisalRun, honour: Honour) -> StarApplication | None:
    """Return the mentor's application that waits for its review, or None."""
    rows = StarApplication.objects.of(mentor.school_id).filter(run=run, mentor=mentor, honour=honour.key)
    return rows.filter(state=StarApplication.State.SENT).first()


def evidence_of(mentor: Staff, *, review: bool = False) -> list[Shown]:
    """Return what a mentor can show: published sheets, hours of training by term, stories in the collection."""
    school = mentor.school_id
    sheets = AppraisalSheet.objects.of(school).filter(mentor=mentor, run__state=AppraisalRun.State.PUBLISHED)
    stories = Story.objects.of(school).filter(author=mentor, state=Story.State.ACCEPTED)
    hours = sum(TrainingPart.objects.of(school).filter(staff=mentor).values_list("hours", flat=True))
    found = [
        Shown(f"sheet:{one.pk}", _("Appraisal sheet, %(term)s") % {"term": one.run.term.name}, _url("sheet", one.pk))
        for one in sheets.select_related("run__term").order_by("-run__term__starts", "id")
    ]
    if hours:
        said = _("%(hours)s hours of training") % {"hours": hours_words(Decimal(hours))}
        found.append(Shown("training", said, "" if review else reverse("evaluation:my_training")))
    found += [
        Shown(f"story:{one.pk}", _("In the collection: %(title)s") % {"title": one.clean_title}, _url("story", one.pk))
        for one in stories.order_by("-accepted_at", "id")
    ]
    return found


def _url(kind: str, pk: uuid.UUID) -> str:
    return reverse(PAGES[kind], args=[pk])


def _labels(runs: set[AppraisalRun]) -> dict[tuple[uuid.UUID, str, int], str]:
    ladders = {run.pk: stars_in(run) for run in runs}
    return {
        (run, honour.key, level.level): level.label
        for run, honour in ladders.items()
        if honour
        for level in honour.levels
    }


def _level(labels: dict[tuple[uuid.UUID, str, int], str], row: StarApplication) -> str:
    return labels.get((row.run_id, row.honour, row.level), "") or str(row.level)


def _reached(actor: Actor, action: str = "view") -> "QuerySet[StarApplication]":
    rows: QuerySet[StarApplication] = STAR.within(StarApplication.objects.all(), actor, action)
    return rows.select_related("mentor", "run__term", "run__scheme")
