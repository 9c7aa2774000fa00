"""A version or a published scheme as a YAML file."""

import io
import uuid

from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase

from taoli.common.pages import Request, page
from taoli.schemes.queries import get_preset, get_version
from taoli.schemes.queries.files import preset_file, version_file

YAML = "application/yaml; charset=utf-8"


@page(permission=("schemes.scheme", "view"), kind="file")
def scheme_file(request: Request) -> HttpResponseBase:
    """Send the version `?version=`, or the published scheme `?key=`."""
    if request.GET.get("key"):
        key = request.GET["key"]
        name, text = preset_file(key, get_preset(key))
    else:
        try:
            pk = uuid.UUID(request.GET.get("version", ""))
        except ValueError:
            raise Http404 from None
        name, text = version_file(get_version(request.actor, pk))
    return FileResponse(io.BytesIO(text.encode()), as_attachment=True, filename=name, content_type=YAML)
