"""Patterns: one file for one kind of fact, each with a function `find(segments, document)`.

The docstring of a file says what it reads, and quotes examples of its own: lines under `Found:` give a fact, those
under `Not:` give none. A line may begin with its heading in brackets.
"""
