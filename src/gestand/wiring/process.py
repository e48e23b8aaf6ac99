"""Which process holds the lease, and whether it is still alive: only its own machine can tell."""

import os
import socket
from pathlib import Path


def this_one() -> str:
    """`process 12 on HOST, begun TICKS, boot BOOT SPACE`: boot and space of process numbers tell machines apart.

    Two containers may have the same host name and the same process numbers, and a number is used again.
    """
    number = os.getpid()
    return f"process {number} on {socket.gethostname()}, begun {_begun(number)}, boot {_boot()} {_space()}"


def for_people(holder: str) -> str:
    """`process 12 on HOST`."""
    return holder.partition(",")[0]


def is_alive(holder: str) -> bool | None:
    """Whether a process of this machine still runs; None of a process elsewhere, for nothing can be told of it."""
    who, begun, where = _parts(holder)
    number, here = who.split()[1:2], _parts(this_one())
    if (who.split()[3:], where) != (here[0].split()[3:], here[2]) or not number or not number[0].isdigit():
        return None
    return _runs(int(number[0])) and begun == f"begun {_begun(int(number[0]))}"


def _parts(holder: str) -> tuple[str, str, str]:
    who, _, rest = holder.partition(", ")
    begun, _, where = rest.partition(", ")
    return who, begun, where


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's process
        return True
    return True


def _begun(number: int) -> str:
    """When a process began, in ticks since the machine did: the 22nd word, counted behind the name in brackets."""
    try:
        told = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "unknown"
    return told.rpartition(")")[2].split()[19]


def _boot() -> str:
    """Linux draws a number at each start; elsewhere the host name must do."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return "unknown"


def _space() -> str:
    """The space in which process numbers count: each container has its own."""
    try:
        return str(Path("/proc/self/ns/pid").stat().st_ino)
    except OSError:
        return "unknown"
