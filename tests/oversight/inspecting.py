"""Inspection packs for tests."""

from taoli.oversight.models import InspectionPack
from taoli.oversight.services.inspections import Papers, invite, keep_pack, print_papers
from tests.duties.school import settle
from tests.evaluation.work import work_done
from tests.stored import once
from tests.world import World


def settled(world: World) -> World:
    """Taigu in force since the first day, everybody paired, 王敏 at work."""
    once("settled", lambda: bool(settle(world)))
    once("work_done", lambda: bool(work_done(world)))
    return world


def packed(world: World, k: int = 1, seed: str = "7") -> InspectionPack:
    """A pack with the papers printed."""
    settled(world)
    papers = print_papers(by=world.office, k=k, seed=seed)
    return keep_pack(by=world.office, occasion="秋季督导", k=k, papers=papers)


def small_pack(world: World) -> InspectionPack:
    """A pack with one paper, not printed."""
    papers = Papers((("抽样名单.txt", b"T001\n"),), ("T001",), ("T001",), "7")
    return keep_pack(by=world.office, occasion="秋季督导", k=1, papers=papers)


def door(world: World, pack: InspectionPack, hours: int = 4) -> str:
    """The address a guest is given."""
    return f"/oversight/visit/{invite(by=world.office, pack_id=pack.pk, name='督导组', hours=hours)[1]}/"
