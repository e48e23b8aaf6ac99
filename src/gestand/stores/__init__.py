"""Doors outward: the systems that hold a company's data, asked and acted upon in their own language."""
