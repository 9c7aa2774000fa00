"""Gateways for text messages that check their signatures, written from the protocols and not from our code."""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass
from urllib.parse import quote_plus

from tests.notifications.servers.web import Asked, Provider, Reply

SECRET = "s3cret"


@dataclass
class Aliyun(Provider):
    """RPC style: HMAC-SHA1 over the sorted query."""

    def sends(self, _asked: Asked) -> bool:
        return True

    def answer(self, asked: Asked) -> Reply:
        query = dict(asked.query)
        given = query.pop("Signature", "")
        canonical = "&".join(f"{_code(key)}={_code(value)}" for key, value in sorted(query.items()))
        text = f"{asked.method}&%2F&{_code(canonical)}"
        wanted = base64.b64encode(hmac.new((SECRET + "&").encode(), text.encode(), "sha1").digest()).decode()
        if query.get("AccessKeyId") != "LTAI":
            return 404, {"Code": "InvalidAccessKeyId.NotFound", "Message": "", "RequestId": "r"}
        if given != wanted:
            return 400, {"Code": "SignatureDoesNotMatch", "Message": text, "RequestId": "r"}
        if not query["PhoneNumbers"].isdigit() or len(query["PhoneNumbers"]) != 11:
            return 200, {"Code": "isv.MOBILE_NUMBER_ILLEGAL", "Message": "", "RequestId": "r"}
        if query["TemplateCode"] not in {"SMS_1", "SMS_9"}:
            return 200, {"Code": "isv.SMS_TEMPLATE_ILLEGAL", "Message": "", "RequestId": "r"}
        assert (query["Action"], query["Version"], query["Format"]) == ("SendSms", "2017-05-25", "JSON")
        self.taken.append({**query, "TemplateParam": json.loads(query["TemplateParam"])})
        return 200, {"Code": "OK", "Message": "OK", "BizId": f"b{len(self.taken)}", "RequestId": "r"}


def _code(text: str) -> str:
    return quote_plus(text).replace("+", "%20").replace("*", "%2A").replace("%7E", "~")


@dataclass
class Tencent(Provider):
    """TC3-HMAC-SHA256 over type, host and body."""

    def sends(self, _asked: Asked) -> bool:
        return True

    def answer(self, asked: Asked) -> Reply:
        heads = asked.headers
        if heads.get("authorization") != self._wanted(asked):
            return _error("AuthFailure.SignatureFailure")
        assert (heads["x-tc-action"], heads["x-tc-version"]) == ("SendSms", "2021-01-11")
        message = asked.json()
        (number,) = message["PhoneNumberSet"]
        if not number.startswith("+86") or len(number) != 14:
            return _state(number, "InvalidParameterValue.IncorrectPhoneNumber")
        if message["TemplateId"] not in {"1", "9"}:
            return _error("FailedOperation.TemplateIncorrectOrUnapproved")
        self.taken.append(message)
        return _state(number, "Ok")

    def _wanted(self, asked: Asked) -> str:
        heads = asked.headers
        moment = heads.get("x-tc-timestamp", "0")
        day = heads["authorization"].split("Credential=AKID/")[1].split("/")[0]
        lines = [asked.method, asked.path, "", f"content-type:{heads['content-type']}", f"host:{heads['host']}", ""]
        lines += ["content-type;host", hashlib.sha256(asked.body).hexdigest()]
        scope = f"{day}/sms/tc3_request"
        digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
        text = f"TC3-HMAC-SHA256\n{moment}\n{scope}\n{digest}"
        key = ("TC3" + SECRET).encode()
        for part in scope.split("/"):
            key = hmac.digest(key, part.encode(), "sha256")
        mark = hmac.digest(key, text.encode(), "sha256").hex()
        return f"TC3-HMAC-SHA256 Credential=AKID/{scope}, SignedHeaders=content-type;host, Signature={mark}"


def _error(code: str) -> Reply:
    return 200, {"Response": {"Error": {"Code": code, "Message": ""}, "RequestId": "r"}}


def _state(number: str, code: str) -> Reply:
    state = {"SerialNo": "s1", "PhoneNumber": number, "Fee": 1, "Code": code, "Message": ""}
    return 200, {"Response": {"SendStatusSet": [state], "RequestId": "r"}}
