"""Runs the commands that README and docs show, writes what they print, and makes the pages of the reference."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
from docs import coverage, letters

ROOT = Path(__file__).resolve().parent.parent
QUICKSTART = ROOT / "docs" / "quickstart.md"
AFTERNOON = ROOT / "docs" / "afternoon.md"
SHOWN = (ROOT / "README.md", QUICKSTART, AFTERNOON)
COMMANDS = ROOT / "docs" / "reference" / "commands.md"
LINT = ROOT / "docs" / "reference" / "lint"
DIGEST = "5eed5eed5eed"
"""Stands in the docs for the digest of a plan, which is another one for every company and every day."""
CASE = "2026-0001"
"""Stands in the docs for the first case of a year."""

_BLOCK = re.compile(r"<!-- shown(?: after: (?P<before>.*?))? -->\n```console\n(?P<lines>.*?)```\n", re.DOTALL)
_PLAN = re.compile(r"(?:\bPlan|--plan) ([0-9a-f]{12})\b")
_CASE = re.compile(r"\b(20\d\d-0001)\b")


def main() -> None:
    """Rewrite every page that is made."""
    for page, text in pages():
        page.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{page.relative_to(ROOT)}\n")


def pages() -> Iterator[tuple[Path, str]]:
    """Every page that is made, as it should be today; each walks through a sample company of its own."""
    yield COMMANDS, commands_page()
    yield from lint_pages()
    yield coverage.PAGE, coverage.page()
    yield letters.PAGE, letters.page()
    for page in SHOWN:
        with tempfile.TemporaryDirectory() as folder:
            yield page, shown(page.read_text(encoding="utf-8"), company_of(page, Path(folder)))


def alike(text: str) -> str:
    """What two runs have in common: words, but no figures, dates, digests, signatures or line breaks."""
    text = re.sub(r"\b[0-9a-f]{12,64}\b", "DIGEST", text)
    text = re.sub(r"\S{40,}", "LONG", text)
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    text = re.sub(rf"\b({months})\b", "MONTH", text)
    return re.sub(r"\s+", " ", re.sub(r"\d[\d.,:]*", "0", text))


def shown(text: str, company: Path) -> str:
    """The page with the output of every shown command as it is now, each run in the company's folder."""
    real = {DIGEST: DIGEST, CASE: CASE}

    def run(command: str) -> str:
        for stand_in, one in real.items():
            command = command.replace(stand_in, one)
        printed = _run(command, company)
        for stand_in, pattern in ((DIGEST, _PLAN), (CASE, _CASE)):
            found = pattern.search(printed)
            real[stand_in] = found[1] if found else real[stand_in]
            printed = printed.replace(real[stand_in], stand_in)
        return printed

    def block(match: re.Match[str]) -> str:
        before = match["before"]
        for command in before.split("; ") if before else ():
            run(command)
        commands = [line for line in match["lines"].splitlines() if line.startswith("$ ")]
        told = "\n".join(f"{command}\n{run(command[2:])}" for command in commands)
        mark = f" after: {before}" if before else ""
        return f"<!-- shown{mark} -->\n```console\n{told}```\n"

    return _BLOCK.sub(block, text)


def company_of(page: Path, folder: Path) -> Path:
    """The folder in which a page begins: a sample as it is before anything was kept, or less."""
    from gestand.cli.demo import write

    sample = write("sms-gateway", folder, "en").resolve()
    return _not_begun(sample) if page == AFTERNOON else sample


def _not_begun(sample: Path) -> Path:
    """The sample's company before it had gestand: with nothing but a page on its website, and a database."""
    company = sample.parent / "berichtpoort"
    company.mkdir()
    for file in ("published.html", "portal.db"):
        (sample / file).rename(company / file)
    return company


def _run(command: str, company: Path) -> str:
    """What a command prints; a failure that is not a verdict stops the making of the docs."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    environment["PORTAL_URL"] = "sqlite:///portal.db"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=company,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"$ {command}\nexit {done.returncode}\n{done.stdout}{done.stderr}")
    lines = (line.rstrip() for line in (done.stdout + done.stderr).splitlines())
    return "".join(f"{line}\n" for line in lines)


def commands_page() -> str:
    """The reference of every command, as `gestand COMMAND --help` says it."""
    from gestand.cli import COMMANDS as LINES
    from gestand.cli import gestand

    parts = [
        "# Commands",
        "",
        "Made from the commands' own help by `make docs`.",
        "",
        *_help("gestand", gestand),
    ]
    for name in LINES:
        with click.Context(gestand, info_name="gestand", **gestand.context_settings) as above:
            command = gestand.get_command(above, name)
            if command is not None:
                parts += ["", f"## gestand {name}", "", LINES[name], "", *_help(name, command, above)]
    return "\n".join(parts) + "\n"


def lint_pages() -> Iterator[tuple[Path, str]]:
    """A page for every rule of lint, and one that lists them, as the rules themselves say."""
    from gestand.lint.discovery import all_rules
    from gestand.lint.page import explained, index_page

    yield LINT / "README.md", index_page(tuple(all_rules().values()))
    for code, rule in all_rules().items():
        yield LINT / f"{code}.md", explained(rule, "en")


def _help(name: str, command: click.Command, above: click.Context | None = None) -> Iterator[str]:
    settings = {**command.context_settings, "max_content_width": 100, "terminal_width": 100}
    context = click.Context(command, info_name=name, parent=above, **settings)
    yield "```text"
    yield from (line.rstrip() for line in command.get_help(context).splitlines())
    yield "```"
    if isinstance(command, click.Group) and above is not None:
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield ""
                yield from _help(below, found, context)


if __name__ == "__main__":
    main()
