"""The web: pages for the public and for the staff, and an API; plain forms, no script."""

from gestand.web.app import create_app

__all__ = ["create_app"]
