"""Piepsignaal: watches websites for trial, paid and free accounts, each with an end of its own."""
