"""Vocabularies that several patterns share: folding, durations, dates, negation, and tables of words."""
