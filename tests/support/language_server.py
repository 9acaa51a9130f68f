"""The YAML language server that VS Code, Neovim, Emacs, Zed and Helix ask, as they ask it: what it says of a file."""

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

VERSION = "1.25.0"
TIMEOUT = 240  # seconds


class LanguageServer:
    """A running language server, and what it has said so far."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.opened = 0

    def problems(self, path: Path, *texts: str) -> list[list[str]]:
        """What the editor shows for a file of each text, `line: message`. The file need not exist."""
        uris = []
        for text in texts:  # all at once, for the server waits a while before it answers
            self.opened += 1
            uris.append(f"{path.as_uri()}?{self.opened}")
            document = {"uri": uris[-1], "languageId": "yaml", "version": 1, "text": text}
            self.send("textDocument/didOpen", textDocument=document)
        told: dict[str, list[str]] = {}
        while not told.keys() >= set(uris):
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                found = message["params"]["diagnostics"]
                told[message["params"]["uri"]] = [f"{fault['range']['start']['line'] + 1}: {fault['message']}" for fault in found]
        return [told[uri] for uri in uris]

    def send(self, method: str, number: int | None = None, **params: Any) -> None:
        message: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params}
        self.write(message | ({"id": number} if number is not None else {}))

    def write(self, message: dict[str, Any]) -> None:
        data = json.dumps(message).encode("utf-8")
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        """The next message; what the server asks of the editor is answered with nothing."""
        length = 0
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the language server has stopped"
        message = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:
            items = message["params"].get("items", []) if message["method"] == "workspace/configuration" else []
            self.write({"jsonrpc": "2.0", "id": message["id"], "result": [None for _ in items]})
        return message


@contextmanager
def running(package: Path, root: Path) -> Iterator[LanguageServer]:
    """The server of an npm package, for a project's folder, without settings."""
    command = ["node", str(package / "bin/yaml-language-server"), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        watch = threading.Timer(TIMEOUT, process.kill)  # then `receive` fails, and waits no longer
        watch.start()
        try:
            server = LanguageServer(process)
            folder = {"uri": root.as_uri(), "name": root.name}
            server.send("initialize", 1, processId=None, rootUri=root.as_uri(), capabilities={}, workspaceFolders=[folder])
            while server.receive().get("id") != 1:
                pass
            server.send("initialized")
            yield server
        finally:
            watch.cancel()
            process.kill()
