"""Choice rounds, wishes, runs, pairings, and what follows them."""

from taoli.matching.models.closing import Agreement, AgreementText, AppointmentLetter, FirstMeeting
from taoli.matching.models.marks import Coordination, MentorMark
from taoli.matching.models.pairings import ChangeAsk, Pairing, YearChange
from taoli.matching.models.rounds import ChoiceRound, MentorOffer, RoundRule, RoundStep, RuledStudent
from taoli.matching.models.runs import MatchRun, Seat, SeatMove
from taoli.matching.models.units import ClassChoice, GroupClaim, Grouping, ListedStudent, MentorApplication, Nomination
from taoli.matching.models.wishes import ChoiceCode, LateChoice, Wish, WishImport, WishSheet

__all__ = [
    "Agreement",
    "AgreementText",
    "AppointmentLetter",
    "ChangeAsk",
    "ChoiceCode",
    "ChoiceRound",
    "ClassChoice",
    "Coordination",
    "FirstMeeting",
    "GroupClaim",
    "Grouping",
    "LateChoice",
    "ListedStudent",
    "MatchRun",
    "MentorApplication",
    "MentorMark",
    "MentorOffer",
    "Nomination",
    "Pairing",
    "RoundRule",
    "RoundStep",
    "RuledStudent",
    "Seat",
    "SeatMove",
    "Wish",
    "WishImport",
    "WishSheet",
    "YearChange",
]
