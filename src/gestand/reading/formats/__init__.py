"""One file per format of source: bytes in, an extract out, and a clear word where something cannot be read."""
