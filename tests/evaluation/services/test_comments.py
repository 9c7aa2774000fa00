"""Free texts are released without names, or held back; never by the mentor concerned."""

import pytest
from django.http import Http404

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry
from taoli.evaluation.models import SurveyComment
from taoli.evaluation.queries.comments import comments, next_waiting, released, review_counts, review_row
from taoli.evaluation.services.comments import hold_comment, release_comment
from tests.evaluation.surveying import answer, closed_survey, open_survey
from tests.world import World


def of_wang(world: World) -> list[SurveyComment]:
    return list(SurveyComment.objects.of(world.school).filter(mentor=world.staff["王敏"]).select_related("survey"))


def test_names_are_taken_out_as_a_proposal(world: World) -> None:
    closed_survey(world)
    row = review_row(of_wang(world)[0])
    assert (row.text, row.proposal.text) == ("林子涵说王老师很耐心", "[名字]说[名字]老师很耐心")
    assert (row.question, row.mentor) == ("想对导师说的话", "王敏")


def test_what_is_released_is_what_the_reviewer_left(world: World) -> None:
    survey = closed_survey(world)
    first, second = of_wang(world)
    release_comment(by=world.office, pk=first.pk, text=" 老师很耐心 ", edit=0)
    hold_comment(by=world.office, pk=second.pk, edit=0)
    assert released(world.school.pk, survey, world.staff["王敏"].pk) == [("想对导师说的话", ["老师很耐心"])]
    kept = SurveyComment.objects.of(world.school).get(pk=second.pk)
    assert (kept.state, kept.text, kept.sealed) == ("held", "", "")
    told = [str(entry.data) for entry in AuditEntry.objects.of(world.school)]
    assert not any("耐心" in one for one in told)


def test_a_decision_stands(world: World) -> None:
    closed_survey(world)
    first = of_wang(world)[0]
    release_comment(by=world.office, pk=first.pk, text="好", edit=0)
    for edit in (0, 1):
        with pytest.raises(ConflictError, match="已经有人处理"):
            release_comment(by=world.office, pk=first.pk, text="别的", edit=edit)


def test_nothing_left_is_held_back_instead(world: World) -> None:
    closed_survey(world)
    with pytest.raises(TaoliError, match="没有可以公开的内容"):
        release_comment(by=world.office, pk=of_wang(world)[0].pk, text="  ", edit=0)


def test_nobody_reviews_what_was_said_about_oneself(world: World) -> None:
    survey = open_survey(world)
    answer(world, survey, "孙悦", [4] * 5, words="关于孙老师")
    answer(world, survey, "王敏", [4] * 5)
    from taoli.evaluation.services.closing import close_survey

    close_survey(by=world.office, survey_id=survey.pk)
    assert not comments(world.office).exists()
    assert next_waiting(world.office, survey.pk) is None
    row = SurveyComment.objects.of(world.school).first()
    assert row is not None
    with pytest.raises(Http404):
        hold_comment(by=world.office, pk=row.pk, edit=0)
    ((_survey, counts),) = review_counts(world.actor("吴考"))
    assert counts == {"waiting": 5, "released": 0, "held": 0}
