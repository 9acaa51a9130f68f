"""What a command costs: processor seconds and memory, of itself and of all programs that it runs."""

import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Cost(NamedTuple):
    """Processor seconds, and the most memory that one of its processes had at a time, in MB."""

    seconds: float
    memory: float


def cost(command: Sequence[str | Path], cwd: Path | None = None) -> Cost:
    """Run a command to its end. Raises CalledProcessError if its status is not 0.

    A process of its own measures it: RUSAGE_CHILDREN is of all commands that a process has run, and the memory of a program
    counts from that of the process which starts it.
    """
    done = subprocess.run([sys.executable, __file__, *command], cwd=cwd, check=True, stdout=subprocess.PIPE, text=True)
    seconds, memory = done.stdout.split()
    return Cost(float(seconds), float(memory))


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(median(found.seconds for found in costs), median(found.memory for found in costs))


def main() -> None:
    """Run the command of the command line, and print what it cost."""
    nothing = subprocess.DEVNULL
    status = subprocess.run(sys.argv[1:], stdin=nothing, stdout=nothing, stderr=nothing).returncode
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)  # Linux counts memory in kB
    sys.exit(status)


if __name__ == "__main__":
    main()
