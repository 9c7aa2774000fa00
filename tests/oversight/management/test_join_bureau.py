from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from taoli.common.models import School
from taoli.oversight.models import Member
from tests.world import World


def test_a_school_is_put_into_its_district_and_entered_above(world: World) -> None:
    School.objects.create(code="xinqiao", name="新桥小学")
    out = StringIO()
    call_command("join_bureau", "xinqiao", "春和区", "--stage", "primary", stdout=out)
    assert out.getvalue() == "xinqiao: 2\n"
    assert Member.objects.of(world.bureaus["city"]).get(code="xinqiao").stages == ["primary"]
    with pytest.raises(CommandError):
        call_command("join_bureau", "xinqiao", "秋实区")
    area = world.bureaus["district"].area
    assert area
    Member.objects.create(
        school=world.bureaus["district"],
        code="heping",
        name="和平学校",
        district=area,
        joined_on="2026-09-01",
    )
    School.objects.create(code="heping", name="和平小学")
    with pytest.raises(CommandError, match="和平学校"):
        call_command("join_bureau", "heping", "春和区")
