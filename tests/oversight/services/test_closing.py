"""Hours and certificates, each once."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.errors import ConflictError, TaoliError
from taoli.evaluation.models import TrainingPart, TrainingSession
from taoli.evaluation.queries.training import hours_between
from taoli.evaluation.services.training import SessionFacts, keep_session
from taoli.oversight.models import CourseBooking, CourseCertificate, CoursePlace
from taoli.oversight.services.attendance import tick
from taoli.oversight.services.closing import close_session
from tests.oversight.training import begun, session
from tests.world import END, START, World


def there(world: World) -> dict[str, object]:
    return {one.name: one.pk for one in CoursePlace.objects.of(world.bureaus["district"])}


def test_a_training_day_gives_each_its_hours_once_and_one_certificate(world: World) -> None:
    by = world.actor("郑岚")
    for hour in (9, 10):
        row = begun(world, "王敏", "李慧", starts=dt.time(hour), ends=dt.time(hour + 1))
        names = CoursePlace.objects.of(by.school_id).filter(session=row)
        tick(by=by, pk=row.pk, present={one.pk for one in names if one.name == "王敏" or hour == 9})
        assert close_session(by=by, pk=row.pk) == 1
        assert close_session(by=by, pk=row.pk) == 1
    of = {name: hours_between(world.school.pk, world.staff[name].pk, START, END) for name in ("王敏", "李慧")}
    assert of == {"王敏": "4", "李慧": "2"}
    assert TrainingSession.objects.of(world.school).exclude(origin=None).count() == 2
    cards = {one.name: str(one.hours) for one in CourseCertificate.objects.of(by.school_id)}
    assert cards == {"王敏": "4.0", "李慧": "2.0"}
    codes = set(CourseBooking.objects.of(world.school).filter(staff=world.staff["王敏"]).values_list("code", flat=True))
    assert len(codes) == 1


def test_a_list_put_right_afterwards_takes_hours_and_certificate_back(world: World) -> None:
    by, row = world.actor("郑岚"), begun(world, "王敏", "李慧")
    tick(by=by, pk=row.pk, present=set(there(world).values()))  # type: ignore[arg-type]
    close_session(by=by, pk=row.pk)
    tick(by=by, pk=row.pk, present={there(world)["王敏"]})  # type: ignore[arg-type]
    close_session(by=by, pk=row.pk)
    parts = TrainingPart.objects.of(world.school).select_related("staff")
    assert [one.staff.name for one in parts] == ["王敏"]
    assert [one.name for one in CourseCertificate.objects.of(by.school_id)] == ["王敏"]
    assert CourseBooking.objects.of(world.school).get(staff=world.staff["李慧"]).code == ""


def test_nobody_there_leaves_nothing_in_the_school(world: World) -> None:
    row = begun(world, "王敏")
    close_session(by=world.actor("郑岚"), pk=row.pk)
    assert not TrainingSession.objects.of(world.school).exists()
    with pytest.raises(ConflictError):
        close_session(by=world.actor("郑岚"), pk=session(world).pk)
    with pytest.raises(TaoliError, match="开始之后"):
        close_session(by=world.actor("郑岚"), pk=begun(world, "王敏", starts=dt.time(11)).pk)


def test_what_came_from_the_bureau_is_not_changed_in_the_school(world: World) -> None:
    by, row = world.actor("郑岚"), begun(world, "王敏")
    tick(by=by, pk=row.pk, present=set(there(world).values()))  # type: ignore[arg-type]
    close_session(by=by, pk=row.pk)
    kept = TrainingSession.objects.of(world.school).get()
    facts = SessionFacts(kept.held_on, "改个名", kept.kind, kept.hours, "", None, "")
    with pytest.raises(TaoliError, match="请在教育局更正"):
        keep_session(by=world.office, facts=facts, took_part={}, pk=kept.pk, edit=kept.edit)


def test_a_code_stays_when_the_list_is_handed_over_again_and_more_people_are_no_more_queries(world: World) -> None:
    by, counts = world.actor("郑岚"), []
    for names in (("王敏",), ("王敏", "李慧", "陈立")):
        row = begun(world, *names)
        tick(by=by, pk=row.pk, present={one.pk for one in CoursePlace.objects.of(by.school_id).filter(session=row)})
        codes = {one.name: one.code for one in CourseCertificate.objects.of(by.school_id)}
        with CaptureQueriesContext(connection) as caught:
            close_session(by=by, pk=row.pk)
        counts.append(sum("coursecertificate" in one["sql"] for one in caught))
        kept = {one.name: one.code for one in CourseCertificate.objects.of(by.school_id)}
        assert kept.keys() == set(names)
        assert kept | codes == kept
    assert counts[1] <= counts[0] + 1  # what was there is taken out first
