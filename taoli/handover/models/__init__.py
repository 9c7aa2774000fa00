"""What handover keeps: keys and partner schools, packages sent and received, cards on paper."""

from taoli.handover.models.arrivals import ARRIVAL_MOVES, Arrival, ReceivedEntry, ReceivedFile, ReceivedStudent
from taoli.handover.models.cards import BridgeCard
from taoli.handover.models.packages import PACKAGE_MOVES, Farewell, Package, PackageStudent
from taoli.handover.models.partners import ExchangeKey, Partner

__all__ = [
    "ARRIVAL_MOVES",
    "PACKAGE_MOVES",
    "Arrival",
    "BridgeCard",
    "ExchangeKey",
    "Farewell",
    "Package",
    "PackageStudent",
    "Partner",
    "ReceivedEntry",
    "ReceivedFile",
    "ReceivedStudent",
]
