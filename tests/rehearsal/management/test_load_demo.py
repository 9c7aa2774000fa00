from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from taoli.common.models import School

pytestmark = pytest.mark.django_db


def test_a_second_call_changes_nothing(loaded: list[str], settings: Any) -> None:
    settings.DEMO = True
    before = list(School.objects.values_list("code", flat=True))
    said = StringIO()
    call_command("load_demo", stdout=said)
    assert "there already" in said.getvalue()
    assert list(School.objects.values_list("code", flat=True)) == before
