"""The commented starters of a statement and a data map that `gestand init` writes."""

from importlib.resources import files

from gestand.core.text import Language


def starter_statement(language: Language) -> str:
    """A statement to begin from; it reads as it stands, and its comments are in the language."""
    return _starter("statement", language)


def starter_data_map(language: Language) -> str:
    """A data map that fits the starter of the statement, with comments in the language."""
    return _starter("datamap", language)


def _starter(what: str, language: Language) -> str:
    return files("gestand.datamap").joinpath("starters", f"{what}.{language}.yaml").read_text("utf-8")
