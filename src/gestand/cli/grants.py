"""`gestand grants`: the SQL for a reading and a keeping role with least rights."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gestand.datamap.grants import Dialect

DIALECTS: dict[str, "Dialect"] = {
    "postgresql": "postgresql",
    "postgres": "postgresql",
    "mariadb": "mariadb",
    "mysql": "mariadb",
    "sqlite": "sqlite",
}
"""The scheme of an address, and the dialect that its grants are written in."""


@click.command("grants")
@click.option("--reader", default="gestand_reader", show_default=True, help="The role that can only read.")
@click.option("--keeper", default="gestand_keeper", show_default=True, help="The role that keeps promises.")
@click.option("--schema", default="", metavar="NAME", help="The schema of tables that the map gives none.")
@click.option("--requests", is_flag=True, help="Also the rights and indexes that requests of people take.")
@click.pass_obj
def command(company: Path, reader: str, keeper: str, schema: str, requests: bool) -> int:
    """Print the SQL for two roles of least rights, for the administrator of each store to read and run.

    Exit codes: 0 all stores, 2 a store does not answer or fit the map, 3 usage or configuration error.
    """
    from gestand.datamap.grants import grants
    from gestand.wiring import open_company

    opened = open_company(company)
    world = opened.world()
    bound = world.bound
    promised = {word for promise in opened.statement.retention.values() for word in promise.data}
    for store in bound.stores:
        variable = opened.data_map.databases[store.name].url.removeprefix("$")
        dialect = dialect_of(opened.settings.address(variable))
        click.echo(grants(bound, store.name, dialect, reader, keeper, promised, schema, requests))
    for silence in world.silent:
        click.echo(f"No grants for {silence.store} now. {silence.reason}", err=True)
    return 2 if bound.unconnected else 0


def dialect_of(address: str) -> "Dialect":
    """The dialect of an address such as `postgresql://...`, of a kind that the stores have opened."""
    return DIALECTS[address.partition(":")[0].partition("+")[0]]
