"""An inspection pack, made in one go from what is there, and guests who may read it for some hours."""

import datetime as dt
import hashlib
import io
import secrets
import uuid
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.accounts.services import LETTERS
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.documents.official.registry import forms
from taoli.documents.official.rendering import pdf
from taoli.documents.official.whom import term_now
from taoli.documents.queries.heading import heading
from taoli.documents.services.sheets import sheet_files
from taoli.engine.survey import draw, population_hash
from taoli.matching.queries.codes import PART
from taoli.oversight.models import InspectionFile, InspectionGuest, InspectionPack
from taoli.oversight.queries.inspections import code_hash, guest_of, mentor_numbers, reads
from taoli.oversight.services.inspection_sheet import FORM, inspection_sheet
from taoli.roster.models import Term

WHOLE = ("scheme_document", "school_register")
HANDBOOK = "handbook_full"
PARTS, MOST_HOURS = 3, 8


@dataclass(frozen=True, slots=True)
class Papers:
    """What is printed, before it is kept: (name, bytes) each, and how the handbooks were drawn."""

    files: tuple[tuple[str, bytes], ...]
    numbers: tuple[str, ...]
    drawn: tuple[str, ...]
    seed: str


def print_papers(*, by: Actor, k: int, seed: str = "") -> Papers:
    """Print scheme, overview, register and the handbooks drawn; nothing is kept yet, and no writer is held up.

    `seed`: what the visitors say; made by chance when empty. TaoliError: no term, no mentor.
    """
    term, seed = term_now(by), seed.strip() or secrets.token_hex(8)
    mentors = mentor_numbers(by.school_id)
    if not mentors:
        raise TaoliError(_("Nobody has a mentor yet, so there is nothing to show."))
    drawn = draw(mentors, k, seed)
    files = [(f"{FORM.title}.pdf", pdf(FORM, heading(by, term).context(), [inspection_sheet(by, term)]))]
    files += [one for key in WHOLE for one in _printed(by, term, key, [])]
    files += [one for number in drawn for one in _printed(by, term, HANDBOOK, [mentors[number]])]
    files.append(("抽样名单.txt", "".join(f"{one}\n" for one in mentors).encode()))
    return Papers(tuple(files), tuple(mentors), drawn, seed)


def keep_pack(*, by: Actor, occasion: str, k: int, papers: Papers) -> InspectionPack:
    """Keep what was printed as the pack of a day."""
    with change(by=by, action="inspection.make", k=k, papers=len(papers.files), seed=papers.seed) as note:
        pack = InspectionPack.objects.create(
            school_id=by.school_id,
            occasion=occasion,
            k=k,
            seed=papers.seed,
            population=len(papers.numbers),
            population_hash=population_hash(papers.numbers),
            drawn=list(papers.drawn),
            made_at=clock.now(),
            made_name=by.name,
        )
        InspectionFile.objects.bulk_create(
            InspectionFile(
                school_id=by.school_id,
                pack=pack,
                place=place,
                name=name,
                sha256=hashlib.sha256(data).hexdigest(),
                size=len(data),
                data=data,
            )
            for place, (name, data) in enumerate(papers.files, start=1)
        )
        note.object_id = pack.pk
    return pack


def invite(*, by: Actor, pack_id: uuid.UUID, name: str, hours: int) -> tuple[InspectionGuest, str]:
    """Make a link for somebody who comes, and return its code, which is not kept. TaoliError: above eight hours."""
    if not 1 <= hours <= MOST_HOURS:
        raise TaoliError(_("A guest reads for one to eight hours."))
    with change(by=by, action="inspection.invite", hours=hours) as note:
        pack = InspectionPack.objects.of(by.school_id).get(pk=pack_id)
        code = "".join(secrets.choice(LETTERS) for _each in range(PART * PARTS))
        guest = InspectionGuest.objects.create(
            school_id=by.school_id,
            pack=pack,
            name=name,
            code_hash=code_hash(code),
            given_at=clock.now(),
            expires_at=clock.now() + dt.timedelta(hours=hours),
        )
        note.object_id = guest.pk
    return guest, code


def revoke(*, by: Actor, pack_id: uuid.UUID, guest_id: uuid.UUID) -> None:
    """End a guest's reading at once; ended twice, nothing changes."""
    with change(by=by, action="inspection.revoke", object_id=guest_id):
        rows = InspectionGuest.objects.of(by.school_id).filter(pack_id=pack_id, pk=guest_id, revoked_at=None)
        rows.update(revoked_at=clock.now())


def zipped(files: Sequence[InspectionFile]) -> bytes:
    """Return the papers of a pack in one ZIP, in their order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as folder:
        for one in files:
            folder.writestr(f"{one.place:02} {one.name}", bytes(one.data))
    return made.getvalue()


def _printed(by: Actor, term: Term, key: str, ids: list[uuid.UUID]) -> list[tuple[str, bytes]]:
    try:
        file = sheet_files(by=by, form=forms()[key], term=term, ids=ids, ending="pdf")
    except TaoliError:  # there is no such paper yet, as no scheme is published: the pack says nothing of it
        return []
    return [(file.name, file.data)]


def enter_pack(*, code: str) -> InspectionGuest:
    """Return the guest whose code it is. TaoliError: none, or the time is over (one sentence for both)."""
    guest = guest_of(code)
    if guest is None or not reads(guest):
        raise TaoliError(_("This link is not right, or its time is over. The school can give a new one."))
    return guest
