"""What handover keeps: changes of year, who left, what graduates take along."""

from taoli.handover.models.arrivals import ARRIVAL_MOVES, Arrival, ReceivedEntry, ReceivedFile, ReceivedStudent
from taoli.handover.models.cards import BridgeCard
from taoli.handover.models.graduation import GraduationBundle, TakeAlong
from taoli.handover.models.leaving import Leaving
from taoli.handover.models.packages import PACKAGE_MOVES, Farewell, Package, PackageStudent
from taoli.handover.models.partners import ExchangeKey, Partner
from taoli.handover.models.years import YEAR_CHANGE_MOVES, YearChange, YearClass, YearException

__all__ = [
    "ARRIVAL_MOVES",
    "PACKAGE_MOVES",
    "YEAR_CHANGE_MOVES",
    "Arrival",
    "BridgeCard",
    "ExchangeKey",
    "Farewell",
    "GraduationBundle",
    "Leaving",
    "Package",
    "PackageStudent",
    "Partner",
    "ReceivedEntry",
    "ReceivedFile",
    "ReceivedStudent",
    "TakeAlong",
    "YearChange",
    "YearClass",
    "YearException",
]
