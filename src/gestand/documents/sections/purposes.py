"""What the data are used for, and on which legal basis (GDPR 13(1)(c), (d))."""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.documents.articles import article
from gestand.documents.page import Paragraph, Section, Span, Topic
from gestand.documents.sections.controller import site
from gestand.documents.voice import Voice, anchor, capital, listed_apart, paragraph, plain, sentence
from gestand.statement.absent import NONE, Absent
from gestand.statement.laws import laws
from gestand.statement.purposes import NamedBasis, OptOut, Purpose, basis_terms

_TITLE = Text("Waarvoor gebruiken wij uw gegevens?", "What do we use your data for?")
WITH = Text("Hiervoor gebruiken wij: {data}", "For this we use: {data}")
_MAY = Text("Dit mag op grond van {basis}.", "The legal basis is {basis}.")
_FOR_OTHERS = Text(
    "Dit doen wij in opdracht van onze klant. De klant beslist en is verantwoordelijk.",
    "We do this on behalf of our customer. The customer decides and is responsible.",
)
BASES = {
    "Consent": Text("uw toestemming (artikel 6 lid 1 onder a AVG)", "your consent (Article 6(1)(a) GDPR)"),
    "Contract": Text(
        "een overeenkomst met u (artikel 6 lid 1 onder b AVG)",
        "a contract with you (Article 6(1)(b) GDPR)",
    ),
    "LegalObligation": Text(
        "een wettelijke verplichting (artikel 6 lid 1 onder c AVG)",
        "a legal obligation (Article 6(1)(c) GDPR)",
    ),
    "VitalInterest": Text(
        "een vitaal belang (artikel 6 lid 1 onder d AVG)", "a vital interest (Article 6(1)(d) GDPR)"
    ),
    "PublicInterest": Text(
        "een taak van algemeen belang (artikel 6 lid 1 onder e AVG)",
        "a task in the public interest (Article 6(1)(e) GDPR)",
    ),
    "OfficialAuthorityOfController": Text(
        "ons openbaar gezag (artikel 6 lid 1 onder e AVG)",
        "our official authority (Article 6(1)(e) GDPR)",
    ),
    "LegitimateInterest": Text(
        "ons gerechtvaardigd belang (artikel 6 lid 1 onder f AVG)",
        "our legitimate interest (Article 6(1)(f) GDPR)",
    ),
}
_WITHDRAW = Text("U mag uw toestemming altijd weer intrekken.", "You may withdraw your consent at any time.")
_ONLY_ON = Text("Alleen op: {pages}.", "Only on: {pages}.")
ONLY_IF = Text("Alleen als dit klopt: {condition}.", "Only if this is so: {condition}.")
UNTIL = Text("Dit gaat door tot {moment}.", "This goes on until {moment}.")
_STOP = Text("Wilt u dit niet? Stop het hier:", "Do you not want this? Stop it here:")
_AFTERWARDS = {
    "nothing more is recorded": Text(
        "Daarna leggen wij niets meer vast.", "After that we record nothing more."
    ),
    "data no longer used": Text(
        "Daarna gebruiken wij de gegevens niet meer.", "After that we no longer use the data."
    ),
    "data erased": Text("Daarna wissen wij de gegevens.", "After that we erase the data."),
}
_NO_PROFILE = Text("Wij maken hiervoor geen profiel van u.", "We make no profile of you for this.")
_PROFILE = Text("Wij maken hiervoor een profiel: {profile}", "We make a profile for this: {profile}")


def section(voice: Voice) -> Section | None:
    """Each purpose with its data and its basis."""
    if not voice.statement.purposes:
        return None
    topics = (
        Topic(capital(voice.say(purpose)), tuple(_told(voice, purpose)), anchor("purposes", word))
        for word, purpose in voice.statement.purposes.items()
    )
    return Section("purposes", voice.say(_TITLE), *listed_apart(topics))


def _told(voice: Voice, purpose: Purpose) -> Iterator[Paragraph]:
    told = [sentence(voice.say(WITH, data=voice.data_here(purpose.data)))] if purpose.data else []
    told += [voice.say(_MAY, basis=basis_words(voice, purpose))] if purpose.basis else []
    told += [voice.say(_WITHDRAW)] if "Consent" in basis_terms(purpose) else []
    told += [voice.say(_FOR_OTHERS)] if purpose.as_ == "processor" else []
    told += _limits(voice, purpose)
    if told:
        yield paragraph(" ".join(told))
    yield from _opt_out(voice, purpose)


def basis_words(voice: Voice, purpose: Purpose) -> str:
    """The legal basis as people read it; empty where the statement names none."""
    basis = purpose.basis
    if isinstance(basis, NamedBasis):
        return _named(voice, basis)
    terms = basis if isinstance(basis, tuple) else () if isinstance(basis, Absent) else (basis,)
    return voice.listed(voice.say(BASES[term]) for term in terms)


def _named(voice: Voice, basis: NamedBasis) -> str:
    told = []
    for name, field in NamedBasis.model_fields.items():
        value = getattr(basis, name)
        if not isinstance(value, Absent):
            words = law_words(voice, value) if isinstance(value, str) else voice.say(value)
            told.append(f"{voice.say(BASES[field.alias or name])}: {words}")
    return "; ".join(told)


def law_words(voice: Voice, name: str) -> str:
    """A law by its article, where gestand knows it; else as the statement names it."""
    return voice.say(laws()[name].short) if name in laws() else article(plain(name), voice.language)


def _limits(voice: Voice, purpose: Purpose) -> Iterator[str]:
    """Where, when and until when it happens, and whether a profile is made."""
    if purpose.pages:
        yield voice.say(_ONLY_ON, pages=voice.listed(purpose.pages))
    if purpose.when:
        yield voice.say(ONLY_IF, condition=voice.condition(purpose.when))
    if purpose.until:
        yield voice.say(UNTIL, moment=voice.moment(purpose.until))
    if purpose.profiling is NONE:
        yield voice.say(_NO_PROFILE)
    elif purpose.profiling:
        yield sentence(voice.say(_PROFILE, profile=voice.say(purpose.profiling)))


def _opt_out(voice: Voice, purpose: Purpose) -> Iterator[Paragraph]:
    way = purpose.opt_out
    if isinstance(way, OptOut):
        yield paragraph(
            f"{voice.say(_STOP)} ", site(way.link), Span(f". {voice.say(_AFTERWARDS[way.afterwards])}")
        )
    elif way:
        yield paragraph(f"{voice.say(_STOP)} ", site(way), ".")
