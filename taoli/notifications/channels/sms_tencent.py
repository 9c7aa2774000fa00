"""Text messages by a gateway that takes JSON signed with TC3-HMAC-SHA256 (Tencent Cloud's style)."""

import datetime as dt
import hashlib
import hmac
import json
from urllib.parse import urlsplit

from django.utils.translation import pgettext_lazy

from taoli.notifications.channels import net
from taoli.notifications.channels.ways import Field, RefusedError, Setup, Trouble
from taoli.notifications.phrases import Outgoing

HOSTS = ("sms.tencentcloudapi.com",)
SERVICE = "sms"
SIGNED = "content-type;host"
TYPE = "application/json; charset=utf-8"
PERSON = (
    "InvalidParameterValue.IncorrectPhoneNumber",
    "FailedOperation.PhoneNumberInBlacklist",
    "UnsupportedOperation.",
)
RATE = ("LimitExceeded", "RequestLimitExceeded")
TEMPORARY = ("InternalError", "FailedOperation.FailResolvePacket")


class TencentSms:
    """The protocol of SendSms, version 2021-01-11. The template has one place: how many notices."""

    code = "sms_tencent"
    reached_by = "sms"
    repeats = dt.timedelta(0)
    secret_label = pgettext_lazy("channel setting", "SecretKey")
    fields = (
        Field("key_id", pgettext_lazy("channel setting", "SecretId")),
        Field("app_id", pgettext_lazy("channel setting", "SmsSdkAppId")),
        Field("sign", pgettext_lazy("channel setting", "Signature shown in the message")),
        Field("template", pgettext_lazy("channel setting", "Template of the usual message")),
        Field("urgent", pgettext_lazy("channel setting", "Template where safety is concerned"), needed=False),
        Field("region", pgettext_lazy("channel setting", "Region"), "ap-guangzhou"),
        Field("base", pgettext_lazy("channel setting", "Address of the interface"), "https://sms.tencentcloudapi.com"),
    )

    def send(self, setup: Setup, address: str, what: Outgoing) -> str:
        """Send the template's words with the number of notices."""
        values, now = setup.values, dt.datetime.now(dt.UTC)
        message = {
            "PhoneNumberSet": [address if address.startswith("+") else f"+86{address}"],
            "SmsSdkAppId": values["app_id"],
            "SignName": values["sign"],
            "TemplateId": (what.safety and values.get("urgent")) or values["template"],
            "TemplateParamSet": [str(what.count)],
            "SessionContext": str(what.id),
        }
        data = json.dumps(message, ensure_ascii=False).encode()
        headers = {
            "Content-Type": TYPE,
            "Authorization": authorization(
                values["key_id"], setup.secret, host=urlsplit(values["base"]).netloc, data=data, now=now
            ),
            "X-TC-Action": "SendSms",
            "X-TC-Version": "2021-01-11",
            "X-TC-Region": values["region"],
            "X-TC-Timestamp": str(int(now.timestamp())),
        }
        body = net.post(f"{values['base']}/", data, hosts=HOSTS, headers=headers).body.get("Response", {})
        if "Error" in body:
            raise refusal(str(body["Error"].get("Code", "")))
        state = (body.get("SendStatusSet") or [{}])[0]
        if state.get("Code") != "Ok":
            raise refusal(str(state.get("Code", "")))
        return str(state.get("SerialNo", ""))


def authorization(key_id: str, secret: str, *, host: str, data: bytes, now: dt.datetime) -> str:
    """Return the header of a signed POST to `/`: a key of the day, over type, host and body."""
    day, digest = now.strftime("%Y-%m-%d"), hashlib.sha256(data).hexdigest()
    asked = f"POST\n/\n\ncontent-type:{TYPE}\nhost:{host}\n\n{SIGNED}\n{digest}"
    scope = f"{day}/{SERVICE}/tc3_request"
    hashed = hashlib.sha256(asked.encode()).hexdigest()
    signed = f"TC3-HMAC-SHA256\n{int(now.timestamp())}\n{scope}\n{hashed}"
    key = f"TC3{secret}".encode()
    for part in (day, SERVICE, "tc3_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    mark = hmac.new(key, signed.encode(), hashlib.sha256).hexdigest()
    return f"TC3-HMAC-SHA256 Credential={key_id}/{scope}, SignedHeaders={SIGNED}, Signature={mark}"


def refusal(code: str) -> RefusedError:
    """Return what follows from a code; what is not known to pass is a matter of the settings."""
    for words, trouble in ((PERSON, Trouble.PERSON), (RATE, Trouble.RATE), (TEMPORARY, Trouble.TEMPORARY)):
        if code.startswith(words):
            return RefusedError(trouble, code)
    return RefusedError(Trouble.SETUP, code)
