"""Drafts a data map: which columns are personal, whose they are, and which words of the statement they meet."""
