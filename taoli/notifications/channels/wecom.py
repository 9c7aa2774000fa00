"""WeCom 企业微信: a message of the school's own application to one member."""

import datetime as dt

from django.utils.translation import pgettext_lazy

from taoli.notifications.channels import net
from taoli.notifications.channels.tokens import with_token
from taoli.notifications.channels.ways import Field, RefusedError, Setup, Trouble
from taoli.notifications.phrases import Outgoing

HOSTS = ("qyapi.weixin.qq.com",)
REPEATS = dt.timedelta(hours=4)  # the most WeCom's duplicate_check_interval takes
BAD_TOKEN = {40014, 42001, 41001}
TROUBLES = {
    -1: Trouble.TEMPORARY,
    **dict.fromkeys((45009, 45033, 45011), Trouble.RATE),
    **dict.fromkeys((81013, 60111, 40003, 40031, 46004), Trouble.PERSON),
    **dict.fromkeys((40001, 40013, 40056, 41002, 41004, 48002, 60011, 60020, 301002), Trouble.SETUP),
}


class WeCom:
    """The protocol of `gettoken` and `message/send`."""

    code = "wecom"
    reached_by = "wecom"
    repeats = REPEATS
    secret_label = pgettext_lazy("channel setting", "Secret of the application")
    fields = (
        Field("corp_id", pgettext_lazy("channel setting", "Corp ID")),
        Field("agent_id", pgettext_lazy("channel setting", "AgentId of the application")),
        Field("base", pgettext_lazy("channel setting", "Address of the interface"), "https://qyapi.weixin.qq.com"),
    )

    def send(self, setup: Setup, address: str, what: Outgoing) -> str:
        """Send a text card to one member; WeCom drops a second copy for four hours."""
        return with_token(
            setup.tokens, lambda: self._token(setup), lambda token: self._send(setup, token, address, what)
        )

    def _token(self, setup: Setup) -> tuple[str, int]:
        query = {"corpid": setup.values["corp_id"], "corpsecret": setup.secret}
        body = net.get(f"{setup.values['base']}/cgi-bin/gettoken", query, hosts=HOSTS).body
        if body.get("errcode"):
            raise refusal(body["errcode"])
        return str(body["access_token"]), int(body["expires_in"])

    def _send(self, setup: Setup, token: str, address: str, what: Outgoing) -> str | None:
        message = {
            "touser": address,
            "agentid": int(setup.values["agent_id"]),
            **_words(what),
            "enable_duplicate_check": 1,
            "duplicate_check_interval": int(REPEATS.total_seconds()),
        }
        url = f"{setup.values['base']}/cgi-bin/message/send?access_token={token}"
        body = net.post(url, message, hosts=HOSTS).body
        code = body.get("errcode")
        if code in BAD_TOKEN:
            return None
        if code != 0:
            raise refusal(code)
        if body.get("invaliduser"):
            raise RefusedError(Trouble.PERSON, "invaliduser")
        return str(body.get("msgid", ""))


def _words(what: Outgoing) -> dict[str, object]:
    if not what.link:
        return {"msgtype": "text", "text": {"content": f"{what.title}\n{what.text}"}}
    return {"msgtype": "textcard", "textcard": {"title": what.title, "description": what.text, "url": what.link}}


def refusal(code: object) -> RefusedError:
    """Return what follows from an errcode; one that is not known is tried again, with its number in the log."""
    known = TROUBLES.get(code, Trouble.TEMPORARY) if isinstance(code, int) else Trouble.TEMPORARY
    return RefusedError(known, code)
