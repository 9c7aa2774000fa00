"""The steps of a round become rows; whoever had wished has handed in a sheet."""

import datetime as dt
from typing import Any

from django.db import migrations
from django.utils import timezone

LAST_MINUTE = dt.time(23, 59)


def copy(apps: Any, _editor: Any) -> None:
    """School by school."""
    for school in apps.get_model("common", "School").objects.values_list("pk", flat=True):
        _steps(apps, school)
        _sheets(apps, school)


def _steps(apps: Any, school: int) -> None:
    rounds = apps.get_model("matching", "ChoiceRound").objects.filter(school_id=school)
    step_model = apps.get_model("matching", "RoundStep")
    for pk, created, steps in rounds.values_list("pk", "created_at", "steps"):
        step_model.objects.bulk_create(
            step_model(
                school_id=school,
                round_id=pk,
                place=place,
                kind=step["kind"],
                by=step["by"],
                closes=_end(step.get("closes")),
                done_at=created if step["done"] else None,
            )
            for place, step in enumerate(steps)
        )


def _end(day: str | None) -> dt.datetime | None:
    if not day:
        return None
    return timezone.make_aware(dt.datetime.combine(dt.date.fromisoformat(day), LAST_MINUTE))


def _sheets(apps: Any, school: int) -> None:
    sheet_model = apps.get_model("matching", "WishSheet")
    wishes = apps.get_model("matching", "Wish").objects.filter(school_id=school, rank=1)
    sheet_model.objects.bulk_create(
        sheet_model(school_id=school, round_id=choice, student_id=student, saved_at=saved)
        for choice, student, saved in wishes.values_list("round_id", "student_id", "round__created_at")
    )


class Migration(migrations.Migration):
    dependencies = [("matching", "0002_steps_and_sheets")]

    operations = [migrations.RunPython(copy, migrations.RunPython.noop)]
