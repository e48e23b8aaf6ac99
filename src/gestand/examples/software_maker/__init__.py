"""Rekenraam: makes software for offices, and tells what it does with data of relations, visitors and clients."""
