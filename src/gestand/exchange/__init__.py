"""Other people's formats: a statement projected onto each, and what that format has no place for."""
