"""What the company sends to people: marketing, and the messages that belong to the service."""

from typing import Literal

from pydantic import Field

from gestand.statement.absent import UNSTATED, OrAbsent
from gestand.statement.rights import Length
from gestand.statement.written import Bilingual, Line, Word, Written

ChannelTerm = Literal["email", "text message", "phone", "post", "push message", "fax", "social network"]
Stop = Literal["link in every message", "preference page", "message to an address", "settings", "reply"]


class Messages(Written):
    """One stream of messages: to whom, along which channel, and how it stops."""

    to: Word = Field(description="A word of `people`.")
    channel: ChannelTerm | tuple[ChannelTerm, ...] = Field(description="How they are sent.")
    about: OrAbsent[Bilingual] = Field(UNSTATED, description="What they tell.")
    purpose: OrAbsent[Word] = Field(UNSTATED, description="A word of `purposes`, when the key is none.")
    confirmed: OrAbsent[
        Literal["double opt-in", "single opt-in", "existing customer", "bundled with the account"]
    ] = Field(UNSTATED, description="How the holder of the address agreed (Tw 11.7).")
    opt_out: OrAbsent[tuple[Stop, ...]] = Field(UNSTATED, description="How people stop it.")
    opt_out_effective_within: OrAbsent[Length] = Field(UNSTATED, description="How soon it has stopped.")
    chosen_in: OrAbsent[Line | Bilingual] = Field(
        UNSTATED, description="The settings that decide which messages somebody gets."
    )
    measured: OrAbsent[tuple[Literal["opened", "clicked", "forwarded", "bought"], ...]] = Field(
        UNSTATED, description="What is measured of its readers; `none` denies it."
    )
    at_most: OrAbsent[Line | Bilingual] = Field(
        UNSTATED, description="How often: `{nl: één keer per maand, en: once a month}`."
    )
