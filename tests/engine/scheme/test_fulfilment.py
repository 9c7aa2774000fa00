from datetime import date
from typing import Any

import pytest

from taoli.engine.scheme import why_not
from tests.engine.examples import scheme_with, talk

DAY = date(2026, 9, 8)


@pytest.mark.parametrize(
    ("duty", "act", "reason"),
    [
        ({}, {}, None),
        ({}, {"kind": "home_visit"}, "other_kind"),
        ({}, {"made": False}, "not_reached"),
        ({"channels": ["phone"]}, {}, "other_channel"),
        ({"channels": ["face_to_face"]}, {}, None),
        ({"min_minutes": 30}, {}, "too_short"),
        ({"min_minutes": 30}, {"minutes": 29}, "too_short"),
        ({"min_minutes": 30}, {"minutes": 30}, None),
        ({"one_to_one": True}, {"student_ids": ("s1", "s2")}, "not_one_to_one"),
        ({"one_to_one": True}, {}, None),
        ({"planned_before": True}, {}, "not_planned"),
        ({"planned_before": True}, {"planned": True}, None),
    ],
)
def test_why_a_record_does_not_fulfil_a_duty(duty: dict[str, Any], act: dict[str, Any], reason: str | None) -> None:
    act = {"student_ids": ("s1",), **act}
    students = act.pop("student_ids")
    assert why_not(scheme_with(duty).duties[0], talk(DAY, *students, **act)) == reason
