"""`gestand request`: what people ask, from receipt to answer; one file for each part of the way."""

import click

from gestand.cli.parts import Parts

PARTS = {
    "add": ("coming_in", "Enter a request that came in, by whatever way."),
    "list": ("looking", "The open requests, the most urgent first."),
    "show": ("looking", "One request: what was asked, found, decided and done."),
    "link": ("writing", "Mail a link by which somebody shows that an address is hers."),
    "identify": ("deciding", "Say how it was shown who asks."),
    "ask": ("writing", "Ask who asks, on a doubt that is recorded."),
    "pass-on": ("writing", "Pass a request on to the customer who decides on the data."),
    "judge": ("deciding", "Say whose rows are that bear somebody else's identifier too."),
    "decide": ("deciding", "Grant or refuse, with the ground and the reason."),
    "advise": ("deciding", "The data protection officer's advice, on the record."),
    "extend": ("deciding", "Take two months more, with the reason."),
    "plan": ("doing", "What the request takes. Changes nothing."),
    "second": ("deciding", "Approve a plan beside whoever decided."),
    "keep": ("doing", "Do what was granted, and answer."),
    "found": ("doing", "Answer for a system kept by hand."),
    "done": ("doing", "Say that a task is done in which nothing is counted."),
    "package": ("doing", "Write somebody's copy to a file."),
    "lift": ("doing", "End a restriction; she is told first."),
    "close": ("writing", "End a request that is taken back, or of which nobody knows who asks."),
    "proof": ("proving", "Write what the log says of a request, for others to verify."),
    "letters": ("looking", "The letters of a request, and where they stand."),
}
"""Each part with its file and its line in `gestand request --help`."""


class RequestParts(Parts):
    """The parts in the order of the way."""

    room, parts = __name__, PARTS


@click.command("request", cls=RequestParts)
def command() -> None:
    """Requests of people: access, erasure, objection and the other rights, from receipt to answer.

    Values that tell who somebody is stay out of the shell's history when they come from standard input: `-`.
    """
