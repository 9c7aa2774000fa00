import uuid

from django.urls import reverse

from taoli.rehearsal.models import Rehearsal
from tests.rehearsal.term import kept
from tests.world import World

__all__ = ["kept"]


def address(row: Rehearsal) -> str:
    return reverse("rehearsal:rehearsal_show", args=[row.pk])


def test_the_report_shows_rules_weeks_and_steps(world: World, kept: Rehearsal) -> None:
    page = world.client("钱程").get(address(kept)).content.decode()
    for words in ("TG-19", "TG-42", "个别指导", "第 5 周", "优秀导师"):
        assert words in page, words
    assert "都是虚构的" in page


def test_one_outcome_may_be_kept(world: World, kept: Rehearsal) -> None:
    client = world.client("孙悦")
    page = client.get(f"{address(kept)}?outcome=not_modelled").content.decode()
    assert "TG-42" in page
    assert "TG-19" not in page
    assert "TG-19" in client.get(f"{address(kept)}?outcome=nonsense").content.decode()


def test_shortages_and_an_allowance_are_told(world: World, kept: Rehearsal) -> None:
    kept.report["shortages"] = [{"code": "could_not_keep", "params": {"rule": "maximum"}}]
    kept.report["allowance"] = 1200.0
    kept.report["totals"] = []
    kept.version, kept.source = 2, "own"
    kept.save()
    page = world.client("孙悦").get(address(kept)).content.decode()
    assert "1200" in page
    assert "最多学生数" in page
    assert "没有可计分的表" in page


def test_another_school_and_unknown_ids_are_not_found(world: World, kept: Rehearsal) -> None:
    Rehearsal.objects.of(world.school).filter(pk=kept.pk).delete()
    assert world.client("孙悦").get(address(kept)).status_code == 404
    assert world.client("孙悦").get(reverse("rehearsal:rehearsal_show", args=[uuid.uuid4()])).status_code == 404
