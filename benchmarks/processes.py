"""What processes of their own have cost."""

import resource


def cpu_of_children() -> float:
    """Seconds of CPU, user and system, of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
