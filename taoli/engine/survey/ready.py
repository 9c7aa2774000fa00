"""Ready questionnaires of a scheme: whose answers its appraisal asks for, about what it has mentors do."""

from taoli.engine.scheme import Scheme
from taoli.engine.scheme.appraisal import AppraisalItem
from taoli.engine.scheme.clauses import Frozen
from taoli.engine.scheme.methods import RankScaled, SourcesWeighted, SurveyMean, Thirds
from taoli.engine.scheme.vocabulary import Actor, Survey
from taoli.engine.survey import words
from taoli.engine.survey.questions import Question, QuestionKind

FAMILIES = (Survey.STUDENTS, Survey.GUARDIANS)
SCALE, MOST = 5.0, 10
OVERALL = "overall"


class ReadySet(Frozen):
    """A questionnaire ready to be used. `about_mentor`: answered about mentors; otherwise about the school's work as a
    whole, and never part of an appraisal.
    """

    key: str
    title: str
    source: Survey
    about_mentor: bool
    intro: str
    questions: tuple[Question, ...]


def ready_sets(scheme: Scheme) -> tuple[ReadySet, ...]:
    """Return the ready questionnaires of a scheme: one for each source its appraisal asks (students and guardians where
    it asks nobody), then the two of the regional indicators.
    """
    asked = scales(scheme)
    about = tuple(_about_mentor(scheme, source, most) for source, most in asked.items())
    return (*about, *(_regional(key) for key in words.REGIONAL))


def scales(scheme: Scheme) -> dict[Survey, float]:
    """Return source → best possible answer, in the order of `Survey`; a ranking asks for 1 to 5."""
    found: dict[Survey, float] = {}
    for item in _items(scheme):
        for source, most in _asks(item).items():
            found[source] = max(found.get(source, 0), most)
    return {one: found[one] for one in Survey if one in found} or dict.fromkeys(FAMILIES, SCALE)


def _asks(item: AppraisalItem) -> dict[Survey, float]:
    method = item.method_in_force
    if isinstance(method, Thirds | RankScaled):
        return {method.source: SCALE}
    if isinstance(method, SurveyMean):
        return {method.source: method.max_answer}
    if isinstance(method, SourcesWeighted):
        return {one.source: one.max_answer for one in method.sources}
    return {}


def _items(scheme: Scheme) -> tuple[AppraisalItem, ...]:
    return scheme.appraisal.items if scheme.appraisal else ()


def _about_mentor(scheme: Scheme, source: Survey, most: float) -> ReadySet:
    # A scale of a hundred is asked in ten steps: a hundred of them fit on no page.
    steps = max(2, min(MOST, round(most)))
    said = words.SOURCES[source]
    dimensions = _dimensions(scheme, source)
    scored = next((key for key, _label, own in dimensions if own), OVERALL)
    parts = [
        Question(key=key, kind=QuestionKind.SCALE, text=said.item.format(label=label), most=steps, scored=key == scored)
        for key, label, _own in dimensions
    ]
    overall = Question(key=OVERALL, kind=QuestionKind.SCALE, text=said.overall, most=steps, scored=scored == OVERALL)
    guided = [] if dimensions else _guided(scheme, said.guided, steps)
    last = Question(key="word", kind=QuestionKind.TEXT, text=said.last, required=False)
    questions = (overall, *parts, *guided, *said.choices, last)
    return ReadySet(
        key=f"{source.value}_about_mentor",
        title=said.title,
        source=source,
        about_mentor=True,
        intro=said.intro,
        questions=questions,
    )


def _dimensions(scheme: Scheme, source: Survey) -> list[tuple[str, str, bool]]:
    """Return (key, label, whether the source's mark enters it) of the items that everybody is asked about, where the
    scheme names students and families among its assessors (O-11, O-12: five dimensions, four assessors). What students
    and families decide by their answers is the overall question.
    """
    assessors = scheme.appraisal.assessors if scheme.appraisal else ()
    if not {Actor.STUDENT, Actor.GUARDIAN} <= set(assessors):
        return []
    items = [(one, _asks(one)) for one in _items(scheme)]
    return [(one.key, one.label, source in asks) for one, asks in items if not set(FAMILIES) & set(asks)]


def _guided(scheme: Scheme, text: str, steps: int) -> list[Question]:
    """One question for each of the scheme's 四导 / 五导; not everybody needs each of them, so none must be answered."""
    return [
        Question(
            key=f"g_{one.key}"[:40],
            kind=QuestionKind.SCALE,
            text=text.format(label=one.label),
            most=steps,
            required=False,
        )
        for one in (scheme.guidances if text else ())
    ]


def _regional(key: str) -> ReadySet:
    said = words.REGIONAL[key]
    return ReadySet(
        key=key, title=said.title, source=said.source, about_mentor=False, intro=said.intro, questions=said.questions
    )
