"""Data is kept exactly as long as promised (GDPR 5(1)(e)), unless a law or a hold demands more."""

from gestand.duties.retention.ask import ask, ask_for_check, rows_held
from gestand.duties.retention.check import check
from gestand.duties.retention.plan import plan
from gestand.duties.retention.promises import promises
from gestand.duties.retention.rule import rule
from gestand.duties.retention.years import counts

__all__ = ["ask", "ask_for_check", "check", "counts", "plan", "promises", "rows_held", "rule"]
