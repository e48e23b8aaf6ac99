"""Data is kept exactly as long as promised (GDPR 5(1)(e)), unless a law or a hold demands more."""

from gestand.duties.retention.ask import ask
from gestand.duties.retention.check import check
from gestand.duties.retention.plan import plan
from gestand.duties.retention.promises import promises

__all__ = ["ask", "check", "plan", "promises"]
