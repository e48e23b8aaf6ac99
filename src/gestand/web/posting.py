"""Letters go out as soon as a page is answered, for somebody waits for them."""

from starlette.background import BackgroundTask

from gestand.web.site import Site


def soon(site: Site) -> BackgroundTask:
    """Send what waits, once the answer is on its way."""
    return BackgroundTask(site.sender.send)
