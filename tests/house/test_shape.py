"""The shape of the code: small files, small functions, a sentence for every module, both languages."""

import ast
import re

from tests.house.repository import PRODUCT, ROOT, files, functions, modules, public, shown, text_of

LONGEST_FILE = 400
LONGEST_FUNCTION = 45
LONGEST_WITHOUT_WORDS = 8
MOCK = re.compile(r"^\s*(from|import) (unittest\.)?mock\b|unittest\.mock", re.MULTILINE)
DUTY = {"promises.py", "ask.py", "plan.py", "check.py"}


def test_no_file_is_past_400_lines() -> None:
    long = [shown(path) for path in modules() if len(path.read_text().splitlines()) > LONGEST_FILE]

    assert not long


def test_no_function_is_past_45_lines() -> None:
    long = [
        f"{shown(path, function.lineno)} {function.name}"
        for path, module in modules().items()
        for function in functions(module)
        if (function.end_lineno or 0) - function.lineno + 1 > LONGEST_FUNCTION
    ]

    assert not long


def test_every_module_says_in_a_sentence_what_it_is_for() -> None:
    mute = [
        shown(path) for path, module in modules().items() if not _ends_a_sentence(_first_paragraph(module))
    ]

    assert not mute


def _first_paragraph(module: ast.Module) -> str:
    return (ast.get_docstring(module) or "").split("\n\n")[0].strip()


def _ends_a_sentence(text: str) -> bool:
    return bool(text) and text[-1] in ".:`"


def test_every_public_class_says_what_it_is() -> None:
    mute = [
        f"{shown(path, node.lineno)} {node.name}"
        for path, module in modules().items()
        for node in public(module)
        if isinstance(node, ast.ClassDef) and not ast.get_docstring(node)
    ]

    assert not mute


def test_a_public_function_of_more_than_a_few_lines_says_what_holds() -> None:
    mute = [
        f"{shown(path, node.lineno)} {node.name}"
        for path, module in modules().items()
        for node in public(module)
        if isinstance(node, ast.FunctionDef)
        and not ast.get_docstring(node)
        and _body_lines(node) > LONGEST_WITHOUT_WORDS
        and path.stem != "words"
        and "conformance" not in path.parts
    ]

    assert not mute


def _body_lines(node: ast.FunctionDef) -> int:
    return (node.end_lineno or 0) - node.body[0].lineno + 1


def test_nothing_swallows_every_exception_but_the_one_boundary_of_a_run() -> None:
    broad = [
        shown(path, handler.lineno)
        for path, module in modules().items()
        for handler in ast.walk(module)
        if isinstance(handler, ast.ExceptHandler) and _is_broad(handler) and not _raises_again(handler)
    ]

    assert [place.partition(":")[0] for place in broad] == ["src/gestand/run.py"]


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _is_broad(handler: ast.ExceptHandler) -> bool:
    names = (
        {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)} if handler.type else {""}
    )
    return bool(names & {"", "Exception", "BaseException"})


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|NotImplemented" + r"Error)\b")
    left = [
        shown(path, number)
        for path in files()
        if path.suffix in {".py", ".md", ".yaml", ".toml", ".sh"} and path.is_relative_to(ROOT)
        for number, line in enumerate((text_of(path) or "").splitlines(), 1)
        if later.search(line)
    ]

    assert not left


def test_a_duty_is_a_folder_with_its_four_files() -> None:
    duties = [folder for folder in (PRODUCT / "duties").iterdir() if (folder / "__init__.py").exists()]
    duties.remove(PRODUCT / "duties" / "rows")  # what they share
    duties.remove(PRODUCT / "duties" / "consent")  # asked before each use; it has no store to plan for yet

    assert duties
    for folder in duties:
        assert {path.name for path in folder.iterdir()} >= DUTY, folder.name


def test_every_text_is_said_in_both_languages() -> None:
    half = [
        shown(path, call.lineno)
        for path, module in modules().items()
        for call in ast.walk(module)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Text"
        if not _both(call)
    ]

    assert not half


def _both(call: ast.Call) -> bool:
    said = [*call.args, *(keyword.value for keyword in call.keywords)]
    if any(isinstance(one, ast.Starred) for one in said):
        return True
    empty = [one for one in said if isinstance(one, ast.Constant) and not str(one.value).strip()]
    return len(said) == 2 and not empty


def test_tests_and_product_use_no_mocks() -> None:
    mocked = [
        shown(path)
        for path in files()
        if path.suffix == ".py" and MOCK.search(text_of(path) or "") and path.name != "test_shape.py"
    ]

    assert not mocked
