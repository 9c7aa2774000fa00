"""Opens every page of the URLconf that somebody may open, with every id that there is, and returns what was answered."""

import io
import re
import uuid
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch

from taoli.common.pages import REGISTRY, may_open
from taoli.common.tenancy import tenant_models
from tests.world import World

CHANGING = re.compile(
    rb'(csrfmiddlewaretoken" value="|csrf-token" content="|"csrf": "|"X-CSRFToken": ?"|nonce="|X-CSRFToken&quot;: ?&quot;)[^"&]+'
)
WITH_PAGES = ("archive", "care", "guidance", "home", "roster")
CHILDREN = ("Step", "Version", "Reader", "Concerned", "Holding", "Measure", "Action", "Attendance", "Ring", "Stay")
LEFT_OUT = {"accounts:sign_out", "home:deployment_check"}  # ends the crawl; shows the machine as it is this second


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person was answered at one address."""

    page: str
    url: str
    status: int
    body: bytes


def patterns(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    """Return (name, converters) of every address."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", dict(entry.pattern.converters)


Ids = dict[str, list[uuid.UUID]]


def crawl(world: World, name: str, ids: Ids | None = None) -> dict[str, Answer]:
    """Return url → answer for one of the cast; whatever opening a page writes is taken back."""
    actor, client = world.actor(name), world.client(name)
    found: dict[str, Answer] = {}
    ids = ids or known_ids(world)
    with transaction.atomic():
        for page, converters in patterns(get_resolver()):
            declared = REGISTRY.get(page)
            if declared is None or "GET" not in declared.methods or page in LEFT_OUT or not may_open(actor, declared):
                continue
            for url in _addresses(page, converters, ids):
                answer: Any = client.get(url)
                body = b"".join(answer.streaming_content) if answer.streaming else answer.content
                found[url] = Answer(page, url, answer.status_code, plain(body))
        transaction.set_rollback(True)
    return found


def known_ids(world: World) -> Ids:
    """Return table → id of its newest row, of each that can have a page; and a student, under no name."""
    found: Ids = {"": [world.students["林子涵"].pk]}
    for model in tenant_models():
        app, name = model._meta.app_label, model.__name__
        if app in WITH_PAGES and not name.endswith(CHILDREN):
            newest = model._default_manager.filter(school_id=world.school.pk).order_by("-pk")
            found[model._meta.label_lower] = list(newest.values_list("pk", flat=True)[:1])
    return found


def _addresses(page: str, converters: dict[str, object], ids: Ids) -> list[str]:
    if not converters:
        return [reverse(page)]
    app = page.split(":", maxsplit=1)[0]
    if len(converters) > 1 or app not in WITH_PAGES:
        return []
    (field,) = converters
    try:
        student = reverse(page, kwargs={field: ids[""][0]})
    except NoReverseMatch:  # not an id
        return []
    if "students/" in student:
        return [student]
    mine = {table: found for table, found in ids.items() if table.startswith(f"{app}.")}
    noun = page.split(":", maxsplit=1)[1].split("_", maxsplit=1)[0]
    fitting = [found for table, found in mine.items() if noun in table] or list(mine.values())
    return [reverse(page, kwargs={field: one}) for found in fitting for one in found]


def plain(body: bytes) -> bytes:
    """Return what can be read in an answer: workbooks and documents unpacked, what changes each time taken out."""
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            return b"\n".join(book.read(one) for one in sorted(book.namelist()))
    return CHANGING.sub(rb"\1", body)


def dumped() -> Iterator[tuple[str, str]]:
    """Return (table, text) of every value of every table of the database, as it stands there."""
    from django.apps import apps

    from taoli.common.tenancy import cross_school

    with cross_school("the planted words are looked for everywhere"):
        for model in apps.get_models(include_auto_created=True):
            fields = [one for one in model._meta.concrete_fields if not isinstance(one, models.UUIDField)]
            for row in model._default_manager.values_list(*(one.attname for one in fields)):
                for value in row:
                    if isinstance(value, (bytes, memoryview)):
                        yield model._meta.label, bytes(value).decode("latin-1")
                    elif value:
                        yield model._meta.label, str(value)
