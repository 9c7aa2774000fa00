"""What handover keeps: changes of year, who left, what graduates take along."""

from taoli.handover.models.graduation import GraduationBundle, TakeAlong
from taoli.handover.models.leaving import Leaving
from taoli.handover.models.years import YEAR_CHANGE_MOVES, YearChange, YearClass, YearException

__all__ = [
    "YEAR_CHANGE_MOVES",
    "GraduationBundle",
    "Leaving",
    "TakeAlong",
    "YearChange",
    "YearClass",
    "YearException",
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
