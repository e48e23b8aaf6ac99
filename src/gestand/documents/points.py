"""Where data are collected, in plain words: the contact points that statements name most."""

from gestand.core.text import Text

_POINTS = {
    "account": Text("account", "account"),
    "campaign": Text("campagne", "campaign"),
    "chat": Text("chat", "chat"),
    "contact": Text("contact", "contact"),
    "credit-application": Text("aanvraag van krediet", "application for credit"),
    "demo": Text("demonstratie", "demonstration"),
    "download": Text("download", "download"),
    "event": Text("bijeenkomst", "event"),
    "job-application": Text("sollicitatie", "job application"),
    "newsletter": Text("nieuwsbrief", "newsletter"),
    "order": Text("bestelling", "order"),
    "phone": Text("telefoon", "phone"),
    "prize-draw": Text("prijsvraag", "prize draw"),
    "quote": Text("offerte", "quote"),
    "registration": Text("aanmelding", "registration"),
    "return": Text("retour", "return"),
    "social-network": Text("sociaal netwerk", "social network"),
    "subscription": Text("abonnement", "subscription"),
    "support": Text("hulp", "support"),
    "survey": Text("enquête", "survey"),
    "testimonial": Text("ervaring van een klant", "testimonial"),
    "training": Text("training", "training"),
    "trial": Text("proefversie", "trial"),
    "visit": Text("bezoek", "visit"),
}


def point(word: str) -> Text:
    """A contact point in plain words; one that is not in the table as the statement calls it."""
    plain = word.replace("-", " ")
    return _POINTS.get(word) or Text(plain, plain)
