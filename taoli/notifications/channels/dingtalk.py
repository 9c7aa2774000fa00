"""DingTalk 钉钉: a work notification (工作通知) to one user."""

import datetime as dt

from django.utils.translation import pgettext_lazy

from taoli.notifications.channels import net
from taoli.notifications.channels.tokens import with_token
from taoli.notifications.channels.ways import Field, RefusedError, Setup, Trouble
from taoli.notifications.phrases import Outgoing

HOSTS = ("oapi.dingtalk.com",)
GATEWAY = "88"
BAD_TOKEN = {"40014", "42001", "40001"}
TROUBLES = {
    "-1": Trouble.TEMPORARY,
    **dict.fromkeys(("90002", "90018", "90005", "45009", "143104"), Trouble.RATE),
    **dict.fromkeys(("33012", "60121", "40003", "143103", "400002"), Trouble.PERSON),
    **dict.fromkeys(("40089", "40096", "60011", "60020", "400001", "88"), Trouble.SETUP),
}


class DingTalk:
    """The protocol of `gettoken` and `corpconversation/asyncsend_v2`; the same words reach a user once a day."""

    code = "dingtalk"
    reached_by = "dingtalk"
    repeats = dt.timedelta(hours=12)
    secret_label = pgettext_lazy("channel setting", "AppSecret")
    fields = (
        Field("app_key", pgettext_lazy("channel setting", "AppKey")),
        Field("agent_id", pgettext_lazy("channel setting", "AgentId of the application")),
        Field("base", pgettext_lazy("channel setting", "Address of the interface"), "https://oapi.dingtalk.com"),
    )

    def send(self, setup: Setup, address: str, what: Outgoing) -> str:
        """Send a text to one user."""
        return with_token(
            setup.tokens, lambda: self._token(setup), lambda token: self._send(setup, token, address, what)
        )

    def _token(self, setup: Setup) -> tuple[str, int]:
        query = {"appkey": setup.values["app_key"], "appsecret": setup.secret}
        body = net.get(f"{setup.values['base']}/gettoken", query, hosts=HOSTS).body
        if body.get("errcode"):
            raise refusal(str(body["errcode"]))
        return str(body["access_token"]), int(body["expires_in"])

    def _send(self, setup: Setup, token: str, address: str, what: Outgoing) -> str | None:
        words = "\n".join(part for part in (what.title, what.text, what.link) if part)
        message = {
            "agent_id": int(setup.values["agent_id"]),
            "userid_list": address,
            "msg": {"msgtype": "text", "text": {"content": words}},
        }
        url = f"{setup.values['base']}/topapi/message/corpconversation/asyncsend_v2?access_token={token}"
        body = net.post(url, message, hosts=HOSTS).body
        # 88 only says that the gateway refused; why stands in sub_code.
        code = str(body.get("errcode"))
        if code == GATEWAY:
            code = str(body.get("sub_code") or code)
        if code in BAD_TOKEN:
            return None
        if code != "0":
            raise refusal(code)
        return str(body.get("task_id", ""))


def refusal(code: str) -> RefusedError:
    """Return what follows from an errcode or sub_code."""
    if code.startswith("isp."):
        return RefusedError(Trouble.TEMPORARY, code)
    return RefusedError(TROUBLES.get(code, Trouble.TEMPORARY), code)
