"""One paper of a pack, for the office; place 0 is all of them in one ZIP."""

import io
import uuid

from django.http import FileResponse

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.oversight.queries.inspections import NOUN, get_pack, paper_at, whole
from taoli.oversight.services.inspections import zipped


@page(permission=("oversight.inspection", "edit"), kind="file")
def inspection_file(request: Request, pk: uuid.UUID, place: int) -> FileResponse:
    """Send it, noted first."""
    pack = get_pack(request.actor, pk)
    name, data = f"{pack.occasion}.zip", b""
    if place:
        paper = paper_at(pack, place)
        name, data = paper.name, bytes(paper.data)
    log_view(request.actor, NOUN, [pack.pk], page="oversight:inspection_file")
    return FileResponse(io.BytesIO(data or zipped(whole(pack))), as_attachment=True, filename=name)
