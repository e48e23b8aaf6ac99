"""Which process holds the lease, and whether it can still be alive: only its own machine can tell."""

import os
import socket
from pathlib import Path

_PARTS = 7


def this_one() -> str:
    """`process 12 on HOST, boot BOOT SPACE`: the boot and the space of process numbers tell machines apart.

    Two containers may have the same host name and the same process numbers.
    """
    return f"process {os.getpid()} on {socket.gethostname()}, boot {_boot()} {_space()}"


def for_people(holder: str) -> str:
    """`process 12 on HOST`."""
    return holder.partition(",")[0]


def is_dead(holder: str) -> bool:
    """The holder was a process here, and is no more. Of a process elsewhere nothing can be told."""
    words = holder.split()
    if len(words) != _PARTS or words[2:] != this_one().split()[2:] or not words[1].isdigit():
        return False
    try:
        os.kill(int(words[1]), 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # somebody else's process
        return False
    return False


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
