"""A preview of a site that follows edits, as a process."""

import re
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from support.sites import environment, tool


class Preview:
    """The process of `dateline serve` or `mkdocs serve`, its address, and what it printed."""

    def __init__(self, root: Path, *command: str | Path, option: str = "--dev-addr"):
        self.root = root
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{free.getsockname()[1]}"
        self.log = root / "serve.log"
        self.output = self.log.open("w")
        called = [*(command or (tool("mkdocs"), "serve")), option, self.address.removeprefix("http://")]
        arguments = [str(part) for part in called]
        self.process = subprocess.Popen(arguments, cwd=root, stdout=self.output, stderr=subprocess.STDOUT, env=environment())

    def said(self) -> str:
        return self.log.read_text()

    def builds(self) -> int:
        """How many have ended. (MkDocs says "Documentation built in 1.21 seconds" once only for each number of seconds.)"""
        return len(re.findall("Serving on|Reloading browsers|An error happened during the rebuild", self.said()))

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            return answer.read().decode()

    def wait_until(self, holds: Callable[[], object], seconds: float, what: str) -> float:
        """How long it took. The limit fails a server that does not follow; it measures nothing."""
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            if self.process.poll() is not None:
                pytest.fail(f"the preview ended:\n{self.said()}")
            try:
                if holds():
                    return time.monotonic() - begun
            except OSError:
                pass
            time.sleep(0.05)
        pytest.fail(f"not within {seconds} s: {what}\n{self.said()}")

    def settle(self) -> int:
        """The number of builds once there has been none for two seconds, and none is under way."""
        count, since = self.builds(), time.monotonic()
        while time.monotonic() - since < 2:
            if self.builds() != count or self.said().count("Building documentation...") > count:
                count, since = self.builds(), time.monotonic()
            time.sleep(0.1)
        return count

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)
        self.output.close()
