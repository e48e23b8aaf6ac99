"""What consent is asked for on a device: the words that a visitor can say yes or no to, with all that she must know."""

from dataclasses import dataclass

from gestand.core.text import Text
from gestand.statement.devices import DeviceGroup, Item
from gestand.statement.model import Statement
from gestand.statement.written import Bilingual


@dataclass(frozen=True)
class Asked:
    """One word that can be chosen: what it is called, what is put on the device, and who receives what is read.

    `items` are by name, as the browser shows it, each with its lifetime; `recipients` are words of `recipients`;
    `costs` is what does not work without it, where the statement says so of any of its groups.
    """

    name: Text
    items: tuple[tuple[str, Item], ...]
    recipients: tuple[str, ...]
    costs: tuple[Text, ...] = ()


def asked(statement: Statement) -> dict[str, Asked]:
    """The words that can be chosen, in the statement's order: a group's purpose, or the group where it names none.

    Groups of one purpose are one choice: nobody could say yes to the one and no to the other.
    """
    groups: dict[str, list[DeviceGroup]] = {}
    for word, group in (statement.cookies or {}).items():
        if group.consent == "asked":
            groups.setdefault(group.purpose if isinstance(group.purpose, str) else word, []).append(group)
    return {word: _asked(statement, word, together) for word, together in groups.items()}


def _asked(statement: Statement, word: str, groups: list[DeviceGroup]) -> Asked:
    items = tuple(item for group in groups for item in group.items.items())
    readers = [item.read_by for _, item in items if item.read_by]
    told = [name for name, one in (statement.recipients or {}).items() if word in (one.for_ or ())]
    costs = [group.refusing_costs.text for group in groups if isinstance(group.refusing_costs, Bilingual)]
    return Asked(
        _name(statement, groups[0], items), items, tuple(dict.fromkeys([*readers, *told])), tuple(costs)
    )


def _name(statement: Statement, group: DeviceGroup, items: tuple[tuple[str, Item], ...]) -> Text:
    """The purpose in the statement's words; without one, what is put on the device is all there is to say."""
    if isinstance(group.purpose, str):
        return statement.purposes[group.purpose].text
    if isinstance(group.purpose, Bilingual):
        return group.purpose.text
    names = ", ".join(name for name, _ in items)
    return Text(names, names)
