"""Berichtpoort: customers send text messages through it, and most numbers have lain there too long."""
