"""Join the modules of the banner and take out comments and blanks: `python -m banner.build`, or `make banner`.

What it writes is committed, and compared byte for byte by the tests.
"""

import re
from pathlib import Path

import rcssmin  # type: ignore[import-untyped]
import rjsmin  # type: ignore[import-untyped]

HERE = Path(__file__).parent
SERVED = HERE.parent / "src" / "gestand" / "web" / "static"
MODULES = ("choices.js", "device.js", "gates.js", "layers.js", "main.js")
"""In the order of their needs: each may import only those before it."""
_IMPORT = re.compile(r"^import \{[^}]*\} from \"\./[a-z]+\.js\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(async )?function )", re.MULTILINE)


def script() -> str:
    """All modules as one expression, which gives `start`: what serves it calls that with the texts."""
    parts = []
    for name in MODULES:
        text = (HERE / name).read_text("utf-8")
        parts.append(_EXPORT.sub("", _IMPORT.sub("", text)))
    return f"{rjsmin.jsmin('(()=>{' + chr(10).join(parts) + 'return start})()')}\n"


def style() -> str:
    """The style without comments and blanks."""
    return f"{rcssmin.cssmin((HERE / 'banner.css').read_text('utf-8'))}\n"


def main() -> None:
    """Write what is served."""
    (SERVED / "banner.js").write_text(script(), "utf-8")
    (SERVED / "banner.css").write_text(style(), "utf-8")


if __name__ == "__main__":
    main()
