from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from taoli.common.models import School
from taoli.oversight.models import Member

pytestmark = pytest.mark.django_db


def test_a_city_is_made_once_with_as_many_schools_as_one_asks_for(settings: Any) -> None:
    with pytest.raises(CommandError, match="invented"):
        call_command("load_city")
    settings.DEMO = True
    said = StringIO()
    for _twice in range(2):
        call_command("load_city", schools=3, stdout=said)
    first, second = said.getvalue().splitlines()
    assert first == "192 summaries taken in, 42 weeks released"
    assert second == "The city is there already."
    assert Member.objects.of(School.objects.get(name="芳洲市教育局")).count() == 3
