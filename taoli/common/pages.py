"""A page is one name: its view, template, test, address and permission."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django_htmx.middleware import HtmxDetails

from taoli.common.policy import POLICIES, Actor

Kind = Literal["page", "part", "action", "file"]
Permission = tuple[str, str] | Literal["public", "signed_in"]


class Request(HttpRequest):
    """A request of somebody signed in."""

    actor: Actor
    htmx: HtmxDetails


@dataclass(frozen=True, slots=True)
class Page:
    """What is declared of one page."""

    name: str
    kind: Kind
    permission: Permission
    methods: tuple[str, ...]


REGISTRY: dict[str, Page] = {}

View = Callable[..., HttpResponseBase]


def page(*, permission: Permission, kind: Kind = "page", methods: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """Declare a view: who may open it, what kind it is, which methods it answers.

    The name is app:function, from the module `taoli.<app>.views.<function>`. Anonymous people are sent to sign in,
    people without the permission get 403; which rows they reach is decided by the query.
    """

    def declare(view: View) -> View:
        name = f"{view.__module__.split('.')[1]}:{view.__name__}"
        declared = Page(name=name, kind=kind, permission=permission, methods=methods)
        REGISTRY[name] = declared

        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.method not in {*methods, "HEAD"}:
                return HttpResponseNotAllowed(methods)
            actor = cast("Actor | None", getattr(request, "actor", None))
            if permission != "public":
                if actor is None:
                    return _sign_in(request)
                if not may_open(actor, declared):
                    raise PermissionDenied
            answer = view(request, *args, **kwargs)
            if permission != "public":
                answer.headers.setdefault("Cache-Control", "no-store, private")
            return answer

        return guarded

    return declare


def may_open(actor: Actor, declared: Page) -> bool:
    """Say whether the actor's roles open the page at all."""
    if isinstance(declared.permission, str):
        return True
    noun, action = declared.permission
    return POLICIES[noun].may(actor, action)


def opens(actor: Actor | None, name: str) -> bool:
    """Say whether a link to the named page may be shown to the actor; unknown pages may not."""
    declared = REGISTRY.get(name)
    return actor is not None and declared is not None and may_open(actor, declared)


def _sign_in(request: HttpRequest) -> HttpResponse:
    idle = "?idle=1" if getattr(request, "idle", False) else ""  # a shared computer, left alone: the page says why
    if getattr(request, "htmx", False):
        answer = HttpResponse(status=401)
        answer["HX-Redirect"] = resolve_url("accounts:sign_in") + f"{idle or '?'}{idle and '&'}next={request.path}"
        return answer
    target = request.get_full_path() if request.method == "GET" else request.META.get("HTTP_REFERER", "/")
    return redirect_to_login(target, resolve_url("accounts:sign_in") + idle)
