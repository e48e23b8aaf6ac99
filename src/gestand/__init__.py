"""gestand keeps a company's privacy statement in its real databases, and proves it."""

__version__ = "0.1.0"
