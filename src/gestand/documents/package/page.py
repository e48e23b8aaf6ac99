"""The page of a package: what we have of her, why, on which basis, from whom, to whom, how long, and her rights."""

from collections.abc import Iterator

from gestand.core.package import Category, Package
from gestand.core.request import Right
from gestand.core.text import Text
from gestand.documents.package.filing import Filed, enclosed_names
from gestand.documents.package.rows import row_topics
from gestand.documents.package.speaking import Speaker
from gestand.documents.page import Bullets, Labels, Page, Paragraph, Section, Span
from gestand.documents.sections.rights import NAMES
from gestand.documents.voice import bullets, capital, day_words, ended, paragraph, plain

TITLES = {
    Right.ACCESS: Text("Uw gegevens bij {company}", "Your data at {company}"),
    Right.PORTABILITY: Text(
        "Uw gegevens om mee te nemen, van {company}", "Your data to take along, from {company}"
    ),
}
_CASE = Text("zaak {case}", "case {case}")
_FOR = Text("voor {name}", "for {name}")
_CONTENTS, _SKIP = Text("Op deze pagina", "On this page"), Text("Naar de tekst", "Skip to the text")
_WITNESS = Text(
    "Zo stond ons logboek ervoor toen dit pakket werd gemaakt. Wie dit bewaart, kan ons eraan houden:",
    "This is how our log stood when this package was made. Whoever keeps it can hold us to it:",
)
_ABOUT = Text("Over dit pakket", "About this package")
_IS = {
    Right.ACCESS: Text(
        "Dit is een kopie van uw gegevens, zoals wij die vonden (artikel 15 AVG).",
        "This is a copy of your data, as we found them (Article 15 GDPR).",
    ),
    Right.PORTABILITY: Text(
        "Dit zijn de gegevens die u ons gaf, of die wij van uw gebruik zagen. Het zijn alleen gegevens die wij "
        "gebruiken met uw toestemming of voor een contract met u (artikel 20 lid 1 AVG).",
        "These are the data that you gave us, or that we saw of your use. They are only data that we use with your "
        "consent or for a contract with you (Article 20(1) GDPR).",
    ),
}
_FILES = Text(
    "Bij elke soort gegevens staan twee soorten bestanden. CSV opent u met een programma voor tabellen. JSON is voor "
    "andere programma’s; ",
    "Each kind of data comes with two kinds of files. Open CSV with a program for tables. JSON is for other programs; ",
)
_SCHEMA = Text("dit bestand beschrijft hoe het in elkaar zit", "this file describes how it is built")
_NOTHING = Text(
    "In de systemen die wij doorzochten, vonden wij geen gegevens van u.",
    "In the systems that we searched, we found no data of yours.",
)
_WHY, _WHY_NOT = Text("Waarvoor", "What for"), Text("niet vermeld", "not stated")
_BASIS = Text("omdat: {bases}", "because: {bases}")
_SOURCE = Text("Van wie wij ze hebben", "Whom we have them from")
_TO = Text("Aan wie wij ze gaven", "To whom we gave them")
_NOBODY = Text("niemand, voor zover wij weten", "nobody, as far as we know")
_KEPT = Text("Hoe lang wij ze bewaren", "How long we keep them")
_SAVED = Text("Bestanden", "Files")
_WITHHELD = Text("Wat wij niet meegeven", "What we do not give")
_OTHERS = Text(
    "In uw gegevens staan ook gegevens van anderen. Die geven wij niet mee (artikel 15 lid 4 AVG):",
    "Your data also hold data of others. We do not give those (Article 15(4) GDPR):",
)
_ENCLOSED = Text("Bijgevoegde bestanden", "Enclosed files")
_BY_A_PERSON = Text("Deze bestanden vond een medewerker:", "A member of staff found these files:")
_AUTOMATED = Text("Besluiten van een computer", "Decisions of a computer")
SEARCHED = Text("Waar wij hebben gezocht", "Where we searched")
_SYSTEMS = Text("In deze systemen: {listed}", "In these systems: {listed}")
_BY_HAND = Text("Met de hand, door een medewerker: {listed}", "By hand, by a member of staff: {listed}")
_UNSEARCHABLE = Text(
    "Hierin kunnen wij niemand terugvinden (artikel 11 AVG): {listed}",
    "In these we can find nobody (Article 11 GDPR): {listed}",
)
NOT_ELSEWHERE = Text("Ergens anders hebben wij niet gezocht.", "We did not search anywhere else.")
_RIGHTS = Text("Uw rechten", "Your rights")
_YOU_CAN = Text("Dit kunt u ons vragen:", "This you can ask of us:")
_COMPLAIN = Text(
    "Heeft u een vraag of een klacht? Vertel het ons: {contact} U kunt ook altijd een klacht indienen bij de "
    "toezichthouder (artikel 77 AVG): {authority}",
    "Do you have a question or a complaint? Tell us: {contact} You can also lodge a complaint with the supervisory "
    "authority at any time (Article 77 GDPR): {authority}",
)
_NAMES = NAMES | {Right.MARKETING: Text("geen reclame meer", "no more advertising")}


def package_page(packed: Package, every: tuple[Filed, ...]) -> Page:
    """The page, in her language; nothing on it comes from the clock or the machine."""
    speak = Speaker(packed.language)
    made = day_words(packed.made_on, packed.language)
    dates = (speak(_FOR, name=packed.name), speak(_CASE, case=packed.case), made)
    return Page(
        language=packed.language,
        title=speak(TITLES[packed.kind], company=packed.company),
        speaker=plain(packed.company),
        effective="",
        dates=dates if packed.name else dates[1:],
        sections=tuple(_sections(packed, every, speak)),
        labels=Labels(speak(_CONTENTS), speak(_SKIP), "", speak(_WITNESS)),
        checkpoint=packed.checkpoint.strip(),
    )


def _sections(packed: Package, every: tuple[Filed, ...], speak: Speaker) -> Iterator[Section]:
    yield Section("about", speak(_ABOUT), tuple(_about(packed, every, speak)))
    for number, one in enumerate(every, 1):
        yield _category(f"category-{number}", one, speak)
    if packed.enclosed:
        linked = (Paragraph((Span(name, name),)) for name, _ in enclosed_names(packed))
        yield Section("enclosed", speak(_ENCLOSED), (paragraph(speak(_BY_A_PERSON)), Bullets(tuple(linked))))
    if packed.withheld:
        named = bullets(map(speak, packed.withheld))
        yield Section("withheld", speak(_WITHHELD), (paragraph(speak(_OTHERS)), named))
    if packed.automated:
        yield Section("automated", speak(_AUTOMATED), (bullets(map(speak, packed.automated)),))
    searched = bullets(searched_lines(packed, speak))
    yield Section("searched", speak(SEARCHED), (searched, paragraph(speak(NOT_ELSEWHERE))))
    asked = (speak(_NAMES[right]) for right in packed.rights)
    yield Section(
        "rights", speak(_RIGHTS), (paragraph(speak(_YOU_CAN)), bullets(asked), complaint(packed, speak))
    )


def _about(packed: Package, every: tuple[Filed, ...], speak: Speaker) -> Iterator[Paragraph]:
    yield paragraph(speak(_IS[packed.kind]))
    if not any(one.rows for one in every):
        yield paragraph(speak(_NOTHING))
    if every:
        yield paragraph(speak(_FILES), " ", Span(speak(_SCHEMA), "data/schema.json"), ".")


def _category(anchor: str, one: Filed, speak: Speaker) -> Section:
    files = (one.json, *(name for name, _ in one.listings))
    saved = [part for name in files for part in (Span(name, name), Span(", "))][:-1]
    facts = Bullets((*_facts(one.category, speak), paragraph(f"{speak(_SAVED)}: ", *saved)))
    title = capital(speak(one.category.name))
    return Section(anchor, title, (facts,), tuple(row_topics(anchor, one, speak)))


def _facts(category: Category, speak: Speaker) -> Iterator[Paragraph]:
    """What GDPR 15(1)(a), (c), (d) and (g) want said of this category."""
    for use in category.used_for:
        bases = f" ({speak(_BASIS, bases=speak.listed(map(speak, use.bases)))})" if use.bases else ""
        yield paragraph(f"{speak(_WHY)}: {speak(use.purpose)}{bases}")
    if not category.used_for:
        yield paragraph(f"{speak(_WHY)}: {speak(_WHY_NOT)}")
    yield paragraph(f"{speak(_SOURCE)}: {speak(category.source)}")
    given = (
        f"{speak(to.name)} ({speak(to.where)})" if to.where else speak(to.name) for to in category.receivers
    )
    yield paragraph(f"{speak(_TO)}: {speak.listed(given) or speak(_NOBODY)}")
    yield paragraph(f"{speak(_KEPT)}: {speak(category.kept)}")


def searched_lines(packed: Package, speak: Speaker) -> Iterator[str]:
    """How far we could see."""
    unsearchable = tuple(map(speak, packed.unsearchable))
    for text, named in (
        (_SYSTEMS, packed.systems),
        (_BY_HAND, packed.by_hand),
        (_UNSEARCHABLE, unsearchable),
    ):
        if named:
            yield ended(speak(text, listed=speak.listed(named)))


def complaint(packed: Package, speak: Speaker) -> Paragraph:
    """Where she goes with a complaint (GDPR 15(1)(f))."""
    contact, authority = ended(plain(packed.contact)), ended(speak(packed.authority))
    return paragraph(speak(_COMPLAIN, contact=contact, authority=authority))
