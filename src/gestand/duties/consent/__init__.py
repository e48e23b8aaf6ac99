"""Nothing that needs a yes is done without one, and a no holds at once (GDPR 6(1)(a), 7, 21(3); Tw 11.7, 11.7a)."""

from gestand.duties.consent.facts import Facts, facts
from gestand.duties.consent.may import Heard, Word, decide
from gestand.duties.consent.reason import May, Reason

__all__ = ["Facts", "Heard", "May", "Reason", "Word", "decide", "facts"]
