"""The ways a notice comes to its receiver; a further one is one file here and one line below."""

from taoli.notifications.channels.dingtalk import DingTalk
from taoli.notifications.channels.feishu import Feishu
from taoli.notifications.channels.inbox import Inbox
from taoli.notifications.channels.mail import Mail
from taoli.notifications.channels.paper import Paper
from taoli.notifications.channels.sms_aliyun import AliyunSms
from taoli.notifications.channels.sms_tencent import TencentSms
from taoli.notifications.channels.ways import Channel, Field, Outside, RefusedError, Setup, Trouble
from taoli.notifications.channels.wecom import WeCom

CHANNELS: tuple[Channel, ...] = (Inbox(), Paper())
OUTSIDE: dict[str, Outside] = {
    one.code: one for one in (Mail(), WeCom(), DingTalk(), Feishu(), AliyunSms(), TencentSms())
}

__all__ = ["CHANNELS", "OUTSIDE", "Channel", "Field", "Outside", "RefusedError", "Setup", "Trouble"]
