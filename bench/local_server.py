"""A web server for measurements: it compresses as hosts do, forbids caching, and counts what it sends."""

import gzip
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TEXT = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".ics", ".webmanifest")
LEVEL = 6  # what most hosts compress with
_HEADERS = 180  # bytes of the headers of an answer, roughly


@dataclass
class Server:
    """The address of the server, and its answers since `begin`: path and bytes, with headers."""

    address: str
    root: Path
    sent: list[tuple[str, int]] = field(default_factory=list)
    last: float = 0.0  # when the last answer ended, by time.monotonic
    underway: int = 0  # requests that are being answered now
    compressed: dict[Path, bytes] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self) -> None:
        """Start counting again, once all requests of the page before are answered."""
        while self.underway:
            time.sleep(0.01)
        self.sent.clear()

    def count(self, change: int) -> None:
        """Note that a request has begun (+1) or ended (-1)."""
        with self.lock:
            self.underway += change
            self.last = time.monotonic()

    def idle_for(self) -> float:
        """Seconds since the last answer; 0 while a request is being answered."""
        return 0.0 if self.underway else time.monotonic() - self.last

    def body(self, path: Path) -> bytes:
        """The bytes of a file as they are sent. Each file is compressed once."""
        if path.suffix not in TEXT:
            return path.read_bytes()
        if path not in self.compressed:
            self.compressed[path] = gzip.compress(path.read_bytes(), LEVEL, mtime=0)
        return self.compressed[path]


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.count(+1)
            try:
                self.answer()
            except ConnectionError:  # the page was closed before it had everything
                self.close_connection = True
            finally:
                server.count(-1)

        def answer(self) -> None:
            requested = urlsplit(self.path).path
            path = server.root / unquote(requested).lstrip("/")
            if path.is_dir():
                path /= "index.html"
            found = path.is_file()
            body = server.body(path) if found else b""
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            if found and path.suffix in TEXT:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)
            server.sent.append((requested, len(body) + _HEADERS))

        def log_message(self, *_: object) -> None:
            pass

    return Handler


class _Listener(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Ignore browsers that close the connection."""


@contextmanager
def serving(root: Path) -> Iterator[Server]:
    """Serve a folder on a free port of this machine."""
    server = Server("", root)
    listener = _Listener(("127.0.0.1", 0), _handler(server))
    server.address = f"http://127.0.0.1:{listener.server_port}"
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        listener.shutdown()
        listener.server_close()
