"""What leads from the site to others: parts of social networks, and links."""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.documents.page import Bullets, Paragraph, Span, Topic
from gestand.documents.sections.controller import site
from gestand.documents.voice import Voice, anchor, paragraph, sentence
from gestand.statement.absent import NONE
from gestand.statement.devices import Network

_NETWORKS = Text("Sociale netwerken op onze site", "Social networks on our site")
_NO_NETWORKS = Text(
    "Op onze site staan geen onderdelen van sociale netwerken.", "Our site has no parts of social networks."
)
_MEMBERS = Text("Alleen als u daar bent ingelogd.", "Only if you are signed in there.")
_ITS_STATEMENT = Text("De verklaring van dit netwerk:", "The statement of this network:")
_REFUSE_THERE = Text("Weigeren kan daar:", "Refuse there:")
_UNLINKED = Text("Zo blijft u los van dit netwerk: {how}", "How to stay unlinked: {how}")
_LINKS_TITLE = Text("Links naar andere sites", "Links to other sites")
_LINKS = {
    "marked": Text("Links naar andere sites herkent u aan een teken.", "Links to other sites carry a mark."),
    "unmarked": Text(
        "Links naar andere sites hebben geen apart teken. Daar geldt deze verklaring niet.",
        "Links to other sites carry no mark. This statement does not hold there.",
    ),
}


def topics(voice: Voice) -> Iterator[Topic]:
    """The networks whose parts stand on the site, or that there are none; and how links are marked."""
    yield from _networks(voice)
    yield from _links(voice)


def _networks(voice: Voice) -> Iterator[Topic]:
    networks = voice.statement.linked_networks
    if networks is NONE:
        yield Topic(voice.say(_NETWORKS), (paragraph(voice.say(_NO_NETWORKS)),), "linked-networks")
    items = tuple(_network(voice, word, one) for word, one in (networks or {}).items())
    if items:
        yield Topic(voice.say(_NETWORKS), (Bullets(items),), "linked-networks")


def _network(voice: Voice, word: str, one: Network) -> Paragraph:
    told = [sentence(voice.say(one))] + ([voice.say(_MEMBERS)] if one.only_for_members else [])
    if one.how_to_stay_unlinked:
        told.append(sentence(voice.say(_UNLINKED, how=voice.say(one.how_to_stay_unlinked))))
    parts: list[str | Span] = [f"{' '.join(told)} {voice.say(_ITS_STATEMENT)} ", site(one.statement), "."]
    parts += [f" {voice.say(_REFUSE_THERE)} ", site(one.opt_out), "."] if one.opt_out else []
    return Paragraph(paragraph(*parts).words, anchor("linked-networks", word))


def _links(voice: Voice) -> Iterator[Topic]:
    marked = voice.statement.outbound_links
    if marked:
        yield Topic(voice.say(_LINKS_TITLE), (paragraph(voice.say(_LINKS[marked])),), "outbound-links")
