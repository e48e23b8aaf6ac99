"""Leerplank: sells courses online, and says of everything that it keeps on a device what it is for and how long."""
