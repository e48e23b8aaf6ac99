"""The rules, found by a walk through this folder: each file is one rule, and its docstring is its page."""
