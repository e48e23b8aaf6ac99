"""Articles of the GDPR as people read them in each language, and what a safeguard for a transfer means."""

import re

from gestand.core.text import Language, Text

_ARTICLE = re.compile(r"GDPR (\d+)(?:\((\d)\))?(?:\(([a-g])\))?")
_MEANING = {
    "45": Text(
        "de Europese Commissie vindt dat gegevens daar goed genoeg zijn beschermd",
        "the European Commission finds that data are protected well enough there",
    ),
    "46(2)(b)": Text("bindende bedrijfsvoorschriften", "binding corporate rules"),
    "46(2)(c)": Text(
        "een contract met de standaardbepalingen van de Europese Commissie",
        "a contract with the standard clauses of the European Commission",
    ),
    "46(2)(d)": Text(
        "een contract met de standaardbepalingen van een toezichthouder",
        "a contract with the standard clauses of a supervisory authority",
    ),
    "46(2)(e)": Text("een goedgekeurde gedragscode", "an approved code of conduct"),
    "46(2)(f)": Text("een goedgekeurde certificering", "an approved certification"),
    "46": Text("passende waarborgen", "appropriate safeguards"),
    "47": Text("bindende bedrijfsvoorschriften", "binding corporate rules"),
    "49(1)(a)": Text("uw uitdrukkelijke toestemming", "your explicit consent"),
    "49(1)(b)": Text("het is nodig voor een overeenkomst", "it is needed for a contract"),
    "49(1)(c)": Text(
        "het is nodig voor een overeenkomst in uw belang", "it is needed for a contract in your interest"
    ),
    "49(1)(d)": Text("een gewichtige reden van algemeen belang", "an important reason of public interest"),
    "49(1)(e)": Text("het is nodig voor een rechtszaak", "it is needed for a legal claim"),
    "49(1)(f)": Text("het gaat om iemands leven", "somebody's life is at stake"),
    "49(1)(g)": Text("het komt uit een openbaar register", "it comes from a public register"),
    "49": Text("een uitzondering in de wet", "an exception in the law"),
}


def article(name: str, language: Language) -> str:
    """`GDPR 46(2)(c)` as `artikel 46 lid 2 onder c AVG` or `Article 46(2)(c) GDPR`."""
    found = _ARTICLE.fullmatch(name)
    if not found:
        return name
    number, paragraph, letter = found.groups()
    if language == "en":
        return f"Article {name.removeprefix('GDPR ')} GDPR"
    parts = [f"artikel {number}"]
    parts += [f"lid {paragraph}"] if paragraph else []
    parts += [f"onder {letter}"] if letter else []
    return f"{' '.join(parts)} AVG"


def safeguard(name: str, language: Language) -> str:
    """What allows a transfer, in words, with its article behind it."""
    number = name.removeprefix("GDPR ")
    meaning = _MEANING.get(number) or _MEANING.get(number.partition("(")[0])
    cited = article(name, language)
    return f"{meaning.said_in(language)} ({cited})" if meaning else cited
