"""Text messages by a gateway that takes a query signed with HMAC-SHA1 (Aliyun's RPC style)."""

import base64
import datetime as dt
import hashlib
import hmac
import json
import uuid
from collections.abc import Mapping
from urllib.parse import quote

from django.utils.translation import pgettext_lazy

from taoli.notifications.channels import net
from taoli.notifications.channels.ways import Field, RefusedError, Setup, Trouble
from taoli.notifications.phrases import Outgoing

HOSTS = ("dysmsapi.aliyuncs.com",)
PERSON = ("isv.MOBILE_NUMBER_ILLEGAL", "isv.MOBILE_COUNT_OVER_LIMIT", "isv.BLACK_KEY_CONTROL_LIMIT")
RATE = ("isv.BUSINESS_LIMIT_CONTROL", "isv.DAY_LIMIT_CONTROL", "Throttling")
TEMPORARY = ("isp.", "ServiceUnavailable", "InternalError")


class AliyunSms:
    """The protocol of SendSms, version 2017-05-25. The template has one place, `count`."""

    code = "sms_aliyun"
    reached_by = "sms"
    repeats = dt.timedelta(0)
    secret_label = pgettext_lazy("channel setting", "AccessKey secret")
    fields = (
        Field("key_id", pgettext_lazy("channel setting", "AccessKey ID")),
        Field("sign", pgettext_lazy("channel setting", "Signature shown in the message")),
        Field("template", pgettext_lazy("channel setting", "Template of the usual message")),
        Field("urgent", pgettext_lazy("channel setting", "Template where safety is concerned"), needed=False),
        Field("base", pgettext_lazy("channel setting", "Address of the interface"), "https://dysmsapi.aliyuncs.com"),
    )

    def send(self, setup: Setup, address: str, what: Outgoing) -> str:
        """Send the template's words with the number of notices."""
        values = setup.values
        query = {
            "Action": "SendSms",
            "Version": "2017-05-25",
            "Format": "JSON",
            "AccessKeyId": values["key_id"],
            "SignatureMethod": "HMAC-SHA1",
            "SignatureVersion": "1.0",
            "SignatureNonce": str(uuid.uuid4()),
            "Timestamp": dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "PhoneNumbers": address,
            "SignName": values["sign"],
            "TemplateCode": (what.safety and values.get("urgent")) or values["template"],
            "TemplateParam": json.dumps({"count": str(what.count)}),
            "OutId": str(what.id),
        }
        query["Signature"] = signature(query, setup.secret, "GET")
        body = net.get(f"{values['base']}/", query, hosts=HOSTS).body
        code = str(body.get("Code", ""))
        if code != "OK":
            raise refusal(code)
        return str(body.get("BizId", ""))


def signature(query: Mapping[str, str], secret: str, method: str) -> str:
    """Return the signature of a query: HMAC-SHA1 over its sorted, percent-encoded parts."""
    parts = "&".join(f"{_encode(key)}={_encode(query[key])}" for key in sorted(query) if key != "Signature")
    signed = f"{method}&{_encode('/')}&{_encode(parts)}"
    # The gateway's protocol asks for SHA-1; as an HMAC it is not broken.
    return base64.b64encode(hmac.new(f"{secret}&".encode(), signed.encode(), hashlib.sha1).digest()).decode()


def _encode(text: str) -> str:
    return quote(text, safe="-_.~")


def refusal(code: str) -> RefusedError:
    """Return what follows from a code; what is not known to pass is a matter of the settings."""
    for words, trouble in ((PERSON, Trouble.PERSON), (RATE, Trouble.RATE), (TEMPORARY, Trouble.TEMPORARY)):
        if code.startswith(words):
            return RefusedError(trouble, code)
    return RefusedError(Trouble.SETUP, code)
