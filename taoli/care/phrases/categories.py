"""The usual kinds of facts about students, where a scheme prints no list: offered, switched off."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import pgettext_lazy

COMMON: Mapping[str, Any] = {
    "poverty": pgettext_lazy("category", "The family has little money"),
    "study_difficulty": pgettext_lazy("category", "Learning is hard"),
    "single_parent": pgettext_lazy("category", "One parent at home"),
    "orphan": pgettext_lazy("category", "Has lost both parents"),
    "left_behind": pgettext_lazy("category", "Parents work far away"),
    "from_elsewhere": pgettext_lazy("category", "Comes from elsewhere"),
    "disability": pgettext_lazy("category", "Learns with a disability"),
    "illness": pgettext_lazy("category", "Ill for a long time"),
}
