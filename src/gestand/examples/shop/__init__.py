"""Schijvenhuis: sells drives and parts, and collects data at every counter, on the web and on paper."""
