"""Feishu 飞书: a message of the school's own application to one user."""

import datetime as dt
import json

from django.utils.translation import pgettext_lazy

from taoli.notifications.channels import net
from taoli.notifications.channels.tokens import with_token
from taoli.notifications.channels.ways import Field, RefusedError, Setup, Trouble
from taoli.notifications.phrases import Outgoing

HOSTS = ("open.feishu.cn",)
BAD_TOKEN = {99991663, 99991661, 99991664, 99991668}
TROUBLES = {
    **dict.fromkeys((99991400, 11232, 11233, 230020), Trouble.RATE),
    **dict.fromkeys((230001, 230002, 230013, 230053, 99992351, 99992361, 99992402), Trouble.PERSON),
    **dict.fromkeys((10003, 10014, 10012, 99991401, 99991543, 99991672, 230006), Trouble.SETUP),
}


class Feishu:
    """The protocol of `tenant_access_token` and `im/v1/messages`, with its `uuid` against repeats."""

    code = "feishu"
    reached_by = "feishu"
    repeats = dt.timedelta(hours=1)
    secret_label = pgettext_lazy("channel setting", "App Secret")
    fields = (
        Field("app_id", pgettext_lazy("channel setting", "App ID")),
        Field(
            "id_type",
            pgettext_lazy("channel setting", "Addresses are"),
            "user_id",
            (("user_id", "user_id"), ("open_id", "open_id"), ("email", "email")),
        ),
        Field("base", pgettext_lazy("channel setting", "Address of the interface"), "https://open.feishu.cn"),
    )

    def send(self, setup: Setup, address: str, what: Outgoing) -> str:
        """Send a text to one user."""
        return with_token(
            setup.tokens, lambda: self._token(setup), lambda token: self._send(setup, token, address, what)
        )

    def _token(self, setup: Setup) -> tuple[str, int]:
        url = f"{setup.values['base']}/open-apis/auth/v3/tenant_access_token/internal"
        body = net.post(url, {"app_id": setup.values["app_id"], "app_secret": setup.secret}, hosts=HOSTS).body
        if body.get("code"):
            raise refusal(body["code"])
        return str(body["tenant_access_token"]), int(body["expire"])

    def _send(self, setup: Setup, token: str, address: str, what: Outgoing) -> str | None:
        words = "\n".join(part for part in (what.title, what.text, what.link) if part)
        message = {
            "receive_id": address,
            "msg_type": "text",
            "content": json.dumps({"text": words}, ensure_ascii=False),
            "uuid": str(what.id),
        }
        url = f"{setup.values['base']}/open-apis/im/v1/messages?receive_id_type={setup.values['id_type']}"
        body = net.post(url, message, hosts=HOSTS, headers={"Authorization": f"Bearer {token}"}).body
        code = body.get("code")
        if code in BAD_TOKEN:
            return None
        if code != 0:
            raise refusal(code)
        return str((body.get("data") or {}).get("message_id", ""))


def refusal(code: object) -> RefusedError:
    """Return what follows from a code."""
    known = TROUBLES.get(code, Trouble.TEMPORARY) if isinstance(code, int) else Trouble.TEMPORARY
    return RefusedError(known, code)
