"""What the shape tests look at: the tracked files, and the parsed modules of the product."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "src" / "gestand"


@cache
def modules() -> dict[Path, ast.Module]:
    """Every module of the product, parsed."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PRODUCT.rglob("*.py"))}


def functions(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def public(module: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """The classes and functions that other modules may use."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project that is or would be committed; without git, all but what tools leave behind."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0 and listed.stdout:
        found = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    else:
        found = (path for path in ROOT.rglob("*") if not any(_left_behind(part) for part in path.parts))
    return tuple(sorted(path for path in found if path.is_file()))


def _left_behind(part: str) -> bool:
    return part == "__pycache__" or (part.startswith(".") and part not in (".ci", ".gitignore"))


def text_of(path: Path) -> str | None:
    """The text of a file, or nothing when it is none."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def shown(path: Path, line: int = 0) -> str:
    where = path.relative_to(ROOT).as_posix()
    return f"{where}:{line}" if line else where
