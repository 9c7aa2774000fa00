"""Preparing a survey, opening it, cancelling it."""

import datetime as dt
import secrets
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.survey import Question, population_hash
from taoli.evaluation.models import SURVEY_MOVES, Ballot, BallotToken, Questionnaire, Survey
from taoli.evaluation.queries.population import Holder, drawn, population
from taoli.evaluation.queries.surveys import MOST_QUESTIONS, offer, questions_of
from taoli.evaluation.services.asking import tell
from taoli.evaluation.services.urn import new_key
from taoli.roster.models import Grade
from taoli.roster.queries.calendar import current_term

State = Survey.State
CHUNK = 500


@dataclass(frozen=True, slots=True)
class SurveyFacts:
    """What the office says of a survey. `sample`: how many are drawn, None for everybody; no `seed`: one is made."""

    title: str
    opens_on: dt.date
    closes_on: dt.date
    intro: str = ""
    grades: tuple[str, ...] = ()
    sample: int | None = None
    seed: str = ""
    counts: bool = True


def make_survey(*, by: Actor, key: str, facts: SurveyFacts) -> Survey:
    """Prepare a survey of the current term from a questionnaire on offer; nobody is asked yet.

    TaoliError: no term, no such questionnaire, or days that do not fit.
    """
    term, found = current_term(by.school_id), offer(by.school_id, key)
    if term is None:
        raise TaoliError(_("There is no term yet. Enter the term first."))
    if found is None:
        raise TaoliError(_("This questionnaire is no longer on offer. Please choose another one."))
    with change(by=by, action="survey.make") as note:
        sheet = Questionnaire.objects.create(
            school_id=by.school_id,
            title=facts.title,
            source=found.source,
            about_mentor=found.about_mentor,
            intro=facts.intro,
            questions=[_stored(one) for one in found.questions],
            ready_key=key if found.questions else "",
            created_at=clock.now(),
        )
        survey = Survey(
            school_id=by.school_id,
            term=term,
            questionnaire=sheet,
            source=found.source,
            about_mentor=found.about_mentor,
            questions=sheet.questions,
        )
        _set(survey, facts)
        survey.counts = facts.counts and found.scored
        survey.save(force_insert=True)
        note.object_id = survey.pk
    return survey


def edit_survey(*, by: Actor, survey_id: uuid.UUID, edit: int, facts: SurveyFacts) -> Survey:
    """Change what is said of a survey that is being prepared. ConflictError when somebody else has changed it."""
    with change(by=by, action="survey.edit", object_id=survey_id):
        survey = _draft(by, survey_id, edit)
        _set(survey, facts)
        survey.counts = facts.counts and survey.about_mentor
        _save(survey)
    return survey


def put_question(
    *, by: Actor, survey_id: uuid.UUID, edit: int, question: dict[str, Any], place: int | None = None
) -> Survey:
    """Put a question in the place of another, or at the end; a mark that counts is asked for once.

    TaoliError: more than thirty questions, or one that cannot be asked like this.
    """
    read = _question(question)

    def put(known: list[Question]) -> list[Question]:
        if place is None and len(known) >= MOST_QUESTIONS:
            raise TaoliError(
                _("A questionnaire has at most %(most)s questions. Shorter ones are answered more often.")
                % {"most": MOST_QUESTIONS}
            )
        if read.scored:
            known = [one.model_copy(update={"scored": False}) for one in known]
        if place is None or place >= len(known):
            return [*known, read.model_copy(update={"key": _free(known)})]
        return [read.model_copy(update={"key": one.key}) if at == place else one for at, one in enumerate(known)]

    return _change_questions(by, survey_id, edit, put)


def move_question(*, by: Actor, survey_id: uuid.UUID, edit: int, place: int) -> Survey:
    """Move a question one place up."""

    def move(known: list[Question]) -> list[Question]:
        if not 0 < place < len(known):
            return known
        return [*known[: place - 1], known[place], known[place - 1], *known[place + 1 :]]

    return _change_questions(by, survey_id, edit, move)


def drop_question(*, by: Actor, survey_id: uuid.UUID, edit: int, place: int) -> Survey:
    """Take a question out."""
    return _change_questions(by, survey_id, edit, lambda known: [one for at, one in enumerate(known) if at != place])


def open_survey(*, by: Actor, survey_id: uuid.UUID) -> Survey:
    """Open a survey: its questions are frozen, its key is made, everybody asked (or drawn) may answer once and is told.

    TaoliError: no question, no mark although it counts, a last day that is over, or nobody to ask.
    """
    survey = Survey.objects.of(by.school_id).select_related("term").get(pk=survey_id)
    _check(survey)
    everybody = population(survey)
    if not everybody:
        raise TaoliError(_("There is nobody to ask: please look at the grades, the roster and the pairings."))
    survey.seed = survey.seed or secrets.token_hex(8)
    asked = drawn(survey, everybody)
    with change(by=by, action="survey.open", object_id=survey_id, asked=len(asked), population=len(everybody)):
        row = Survey.objects.of(by.school_id).select_for_update(of=("self",)).select_related("term").get(pk=survey_id)
        if row.edit != survey.edit:
            raise ConflictError(_("The survey was changed on another page meanwhile. Please look at it again."))
        _move(row, State.OPEN)
        row.seed, row.opened_at = survey.seed, clock.now()
        row.opens_on = min(row.opens_on, clock.today())
        row.population = len(everybody)
        row.population_hash = population_hash(one.number for one in everybody)
        row.asked, row.answered = len(asked), 0
        new_key(row)
        _save(row)
        BallotToken.objects.bulk_create((_token(row, one) for one in asked), batch_size=CHUNK)
        tell(by=by, survey=row, holders=[(one.kind, one.id) for one in asked], occasion="open")
    return row


def cancel_survey(*, by: Actor, survey_id: uuid.UUID) -> Survey:
    """Cancel a survey: what has been answered is destroyed unread, together with its key."""
    with change(by=by, action="survey.cancel", object_id=survey_id):
        row = Survey.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=survey_id)
        _move(row, State.CANCELLED)
        row.key_sealed, row.closed_at = "", clock.now()
        _save(row)
        Ballot.objects.of(by.school_id).filter(survey=row).delete()
        BallotToken.objects.of(by.school_id).filter(survey=row).delete()
    return row


def _check(survey: Survey) -> None:
    questions = questions_of(survey)
    if not questions:
        raise TaoliError(_("There is no question yet. Please add one first."))
    if survey.counts and sum(one.scored for one in questions) != 1:
        raise TaoliError(
            _("A survey that enters the appraisal needs one scale as its mark. Please say which, or let it not count.")
        )
    if survey.closes_on < clock.today():
        raise TaoliError(_("The last day to answer is over already. Please choose a later one."))


def _set(survey: Survey, facts: SurveyFacts) -> None:
    if facts.closes_on < facts.opens_on:
        raise TaoliError(_("The last day to answer lies before the first."))
    known = {str(pk) for pk in Grade.objects.of(survey.school_id).values_list("pk", flat=True)}
    survey.title, survey.intro = facts.title.strip(), facts.intro.strip()
    survey.opens_on, survey.closes_on = facts.opens_on, facts.closes_on
    survey.grades = [one for one in facts.grades if one in known]
    survey.sample = facts.sample
    survey.seed = facts.seed.strip() or secrets.token_hex(8)


def _change_questions(
    by: Actor, survey_id: uuid.UUID, edit: int, work: Callable[[list[Question]], Sequence[Question]]
) -> Survey:
    with change(by=by, action="survey.questions", object_id=survey_id) as note:
        survey = _draft(by, survey_id, edit)
        survey.questions = [_stored(one) for one in work(list(questions_of(survey)))]
        survey.counts = survey.counts or (survey.about_mentor and any(one["scored"] for one in survey.questions))
        _save(survey)
        # What was changed is the school's own from now on, and can be taken again in another term.
        rows = Questionnaire.objects.of(by.school_id).filter(pk=survey.questionnaire_id)
        rows.update(questions=survey.questions, ready_key="", title=survey.title)
        note.data["questions"] = len(survey.questions)
    return survey


def _question(question: dict[str, Any]) -> Question:
    try:
        return Question.model_validate({"key": "new", **question})
    except ValidationError as error:
        kind = error.errors()[0]["type"]
        if kind == "too_few_options":
            raise TaoliError(_("Please write at least two different answers, each on a line of its own.")) from error
        if kind == "scored_without_scale":
            raise TaoliError(_("Only marks on a scale can enter the appraisal.")) from error
        raise TaoliError(
            _("Please shorten the question or its answers: a question has at most 120 characters.")
        ) from error


def _free(known: Sequence[Question]) -> str:
    taken = {one.key for one in known}
    return next(key for number in range(1, 10_000) if (key := f"q{number}") not in taken)


def _stored(question: Question) -> dict[str, Any]:
    return question.model_dump(mode="json")


def _token(survey: Survey, holder: Holder) -> BallotToken:
    return BallotToken(
        school_id=survey.school_id,
        survey=survey,
        holder_kind=holder.kind,
        holder_id=holder.id,
        about=list(holder.about),
    )


def _draft(by: Actor, survey_id: uuid.UUID, edit: int) -> Survey:
    row = Survey.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=survey_id)
    if row.state != State.DRAFT:
        raise TaoliError(_("The survey has been opened; its questions stay as they are."))
    if row.edit != edit:
        raise ConflictError(_("The survey was changed on another page meanwhile. What you wrote still stands here."))
    return row


def _move(row: Survey, state: str) -> None:
    if state not in SURVEY_MOVES[State(row.state)]:
        raise TaoliError(_("This can no longer be done: the survey is %(state)s.") % {"state": row.get_state_display()})
    row.state = state


def _save(row: Survey) -> None:
    row.edit += 1
    row.save()
