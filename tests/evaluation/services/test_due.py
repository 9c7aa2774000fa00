import time_machine

from taoli.common.policy import system
from taoli.evaluation.services.due import close_due
from tests.evaluation.asking import prepared, put
from tests.notifications.conftest import at
from tests.world import TODAY, World


def test_a_survey_closes_when_its_last_day_is_over_and_only_then(settled: World) -> None:
    survey, later, draft = put(settled, closes_on=TODAY), put(settled), prepared(settled, closes_on=TODAY)
    assert close_due(by=system(settled.school.pk)) == 0
    with time_machine.travel(at(11, 24, 1), tick=False):
        assert close_due(by=system(settled.school.pk)) == 1
        assert close_due(by=system(settled.school.pk)) == 0
    for one in (survey, later, draft):
        one.refresh_from_db()
    assert (survey.state, later.state, draft.state) == ("closed", "open", "draft")
