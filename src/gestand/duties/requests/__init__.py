"""A person asks, and is answered in time, completely, and with what was done (GDPR 12, 15 to 22)."""

from gestand.duties.requests.amounts import amounts
from gestand.duties.requests.answer import result, told, undecided
from gestand.duties.requests.ask import ask, left
from gestand.duties.requests.by_hand import found_by_hand, unanswered
from gestand.duties.requests.check import SOON, check
from gestand.duties.requests.clocks import clocks, deadlines, first_clocks
from gestand.duties.requests.copies import copies, shown, withheld
from gestand.duties.requests.deeds import erased_data
from gestand.duties.requests.granted import in_use_again, left_alone, restricted_data
from gestand.duties.requests.plan import plan
from gestand.duties.requests.promises import promises
from gestand.duties.requests.ready import refuse_stopped, refuse_undecided, refuse_unready, unfinished
from gestand.duties.requests.searched import unsearchable
from gestand.duties.requests.trail import trail

__all__ = [
    "SOON",
    "amounts",
    "ask",
    "check",
    "clocks",
    "copies",
    "deadlines",
    "erased_data",
    "first_clocks",
    "found_by_hand",
    "in_use_again",
    "left",
    "left_alone",
    "plan",
    "promises",
    "refuse_stopped",
    "refuse_undecided",
    "refuse_unready",
    "restricted_data",
    "result",
    "shown",
    "told",
    "trail",
    "unanswered",
    "undecided",
    "unfinished",
    "unsearchable",
    "withheld",
]
