"""Which addresses still answer: checked with servers on this machine, for which the tests say what counts as public."""

import http.server
import json
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from support.command_line import edit, run
from timeline.commands.links import command
from timeline.review import link_report
from timeline.review.link_checker import LinkChecker, Result, State, is_public

# Of this machine's addresses the tests take one for the open internet, and the other for what must not be reached.
PUBLIC, PRIVATE = "127.0.0.1", "127.0.0.2"


class Pages(http.server.BaseHTTPRequestHandler):
    """Answers by its path: /404, or /301/the/address to be led to, or /circle."""

    def answer(self) -> None:
        self.server.requests.append(f"{self.command} {self.path}")
        self.server.agents.append(self.headers["User-Agent"])
        _, wanted, *rest = self.path.split("/", 2)
        if wanted == "circle":
            wanted, rest = "302", ["/circle"]
        if wanted == "no-head":
            wanted = "405" if self.command == "HEAD" else "200"
        if wanted == "silent":
            self.server.asleep.wait(20)
            return
        self.send_response(int(wanted))
        if rest:
            self.send_header("Location", rest[0])
        self.end_headers()

    do_HEAD = do_GET = answer

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(address: str) -> Iterator[http.server.ThreadingHTTPServer]:
    server = http.server.ThreadingHTTPServer((address, 0), Pages)
    server.requests, server.agents, server.asleep = [], [], threading.Event()
    server.url = f"http://{address}:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield server
    finally:
        server.asleep.set()
        server.shutdown()
        server.server_close()


@pytest.fixture
def site() -> Iterator[http.server.ThreadingHTTPServer]:
    with serving(PUBLIC) as server:
        yield server


CHECKER = LinkChecker(pause=0, timeout=5, is_public=lambda address: address == PUBLIC)


@pytest.mark.parametrize(
    ("path", "state", "reason"),
    [
        ("/200", State.OK, "200"),
        ("/204", State.OK, "204"),
        ("/404", State.GONE, "404"),
        ("/410", State.GONE, "410"),
        ("/403", State.REFUSED, "403"),
        ("/429", State.REFUSED, "429"),
        ("/500", State.FAILED, "500"),
        ("/no-head", State.OK, "200"),
    ],
)
def test_states(site: http.server.ThreadingHTTPServer, path: str, state: State, reason: str) -> None:
    url = site.url + path
    assert CHECKER.check(url) == Result(url, state, reason)


def test_head_is_enough_where_it_is_welcome(site: http.server.ThreadingHTTPServer) -> None:
    CHECKER.check(site.url + "/200")
    CHECKER.check(site.url + "/no-head")
    assert site.requests == ["HEAD /200", "HEAD /no-head", "GET /no-head"]


def test_redirects_are_reported(site: http.server.ThreadingHTTPServer) -> None:
    moved = f"{site.url}/301//200"
    assert CHECKER.check(moved) == Result(moved, State.MOVED, "301", f"{site.url}/200")
    lost = f"{site.url}/302//404"
    assert CHECKER.check(lost) == Result(lost, State.GONE, "404", f"{site.url}/404")


def test_redirects_come_to_an_end(site: http.server.ThreadingHTTPServer) -> None:
    circle = f"{site.url}/circle"
    assert CHECKER.check(circle).reason == "more than 5 redirects"
    assert len(site.requests) == 6


@pytest.mark.parametrize("leads_to", ["file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/"])
def test_only_the_web_is_followed(site: http.server.ThreadingHTTPServer, leads_to: str) -> None:
    result = CHECKER.check(f"{site.url}/302/{leads_to}")
    assert (result.state, result.reason) == (State.SKIPPED, "not a web address")


def test_a_private_address_is_not_asked() -> None:
    with serving(PRIVATE) as private:
        result = CHECKER.check(f"{private.url}/200")
        assert (result.state, result.reason) == (State.SKIPPED, f"{PRIVATE} is not a public address")
        assert private.requests == []


def test_a_redirect_to_a_private_address_is_not_followed(site: http.server.ThreadingHTTPServer) -> None:
    with serving(PRIVATE) as private:
        result = CHECKER.check(f"{site.url}/302/{private.url}/200")
        assert (result.state, result.target) == (State.SKIPPED, f"{private.url}/200")
        assert private.requests == []


def test_a_name_is_looked_up_once(site: http.server.ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it could have a public address when it is looked at, and a private one when it is asked."""
    real, lookups = socket.getaddrinfo, []

    def rebinding(host: str, *rest: object, **named: object) -> list:
        if host == "rebinding.test":
            lookups.append(host)
            host = PUBLIC if len(lookups) == 1 else PRIVATE
        return real(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert CHECKER.check(f"http://rebinding.test:{site.server_port}/200").state is State.OK
    assert lookups == ["rebinding.test"]


def test_a_name_with_one_private_address_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    two = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in (PUBLIC, PRIVATE)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: two)
    assert CHECKER.check("http://two.test/200").state is State.SKIPPED


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("192.0.2.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("2001:db8::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),  # 10.0.0.1 by a translator
        ("2002:a00:1::", False),  # 10.0.0.1 by a tunnel
    ],
)
def test_what_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]", "localhost"])
def test_no_spelling_of_this_machine_is_asked(site: http.server.ThreadingHTTPServer, host: str) -> None:
    assert LinkChecker(timeout=5).check(f"http://{host}:{site.server_port}/200").state is State.SKIPPED
    assert site.requests == []


def test_a_silent_host_does_not_hold_up_the_report(site: http.server.ThreadingHTTPServer) -> None:
    result = LinkChecker(pause=0, timeout=0.3, is_public=CHECKER.is_public).check(f"{site.url}/silent")
    assert result.state is State.FAILED
    assert result.reason.startswith("no answer in")


def test_what_cannot_be_asked_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind((PUBLIC, 0))
        assert CHECKER.check(f"http://{PUBLIC}:{unused.getsockname()[1]}/").reason == "the connection failed"

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert CHECKER.check("http://unknown.test/").reason == "unknown host"


@pytest.mark.parametrize("host", ["a" * 70 + ".test", "a..test", "☃" * 80])
def test_a_host_that_is_no_name(host: str) -> None:
    assert CHECKER.check(f"http://{host}/").state is State.FAILED


def test_each_address_is_asked_once_and_answers_keep_their_order(site: http.server.ThreadingHTTPServer) -> None:
    urls = [f"{site.url}/{number}" for number in (404, 200, 404, 410)]
    assert [result.url for result in CHECKER.check_all(urls)] == [urls[0], urls[1], urls[3]]
    assert site.requests.count("HEAD /404") == 1


def test_the_addresses_of_one_host_are_asked_one_after_another(
    site: http.server.ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("timeline.review.link_checker.time.sleep", pauses.append)
    LinkChecker(user_agent="known", pause=1, is_public=CHECKER.is_public).check_all(f"{site.url}/20{n}" for n in range(3))
    assert site.requests == ["HEAD /200", "HEAD /201", "HEAD /202"]
    assert pauses == [0, 1, 1]
    assert set(site.agents) == {"known"}


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")
def test_the_certificate_is_that_of_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes to an address, and yet it is the name that the certificate must bear."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=right.test -addext subjectAltName=DNS:right.test"
    subprocess.run([*make.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *a, **k: real(PUBLIC if "test" in host else host, *a, **k))
    with serving(PUBLIC) as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        assert "invalid certificate" in CHECKER.check(f"https://right.test:{server.server_port}/200").reason
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert CHECKER.check(f"https://right.test:{server.server_port}/200").state is State.OK
        assert "invalid certificate" in CHECKER.check(f"https://wrong.test:{server.server_port}/200").reason


RESULTS = [
    Result("https://example.org/a", State.OK, "200"),
    Result("https://example.org/b", State.MOVED, "301", "https://example.org/new"),
    Result("https://example.org/c", State.GONE, "404"),
]
PATHS = {
    "https://example.org/a": ["content/articles/2022/a.md"],
    "https://example.org/b": ["content/articles/2022/b.md"],
    "https://example.org/c": ["content/articles/2022/c.md", "content/articles/2022/d.md"],
}


def test_the_report_as_text() -> None:
    assert (
        link_report.as_text(RESULTS, PATHS)
        == """\
content/articles/2022/c.md: gone (404): https://example.org/c
content/articles/2022/d.md: gone (404): https://example.org/c
content/articles/2022/b.md: moved (301): https://example.org/b redirects to https://example.org/new
3 addresses checked: 1 gone, 1 moved, 1 ok.
"""
    )


def test_the_report_as_markdown() -> None:
    output = link_report.as_markdown(RESULTS, PATHS)
    assert "### Gone: 1\n" in output
    assert "| <code>content/articles/2022/c.md</code><br><code>content/articles/2022/d.md</code> | " in output
    assert "[https://example.org/c](https://example.org/c) | 404 |\n" in output


def test_the_report_as_json() -> None:
    data = json.loads(link_report.as_json(RESULTS, PATHS))
    assert data["checked"] == 3
    assert data["addresses"][1] == {
        "url": "https://example.org/b",
        "state": "moved",
        "reason": "301",
        "target": "https://example.org/new",
        "articles": ["content/articles/2022/b.md"],
    }


def test_a_hostile_redirect_stays_text() -> None:
    hostile = Result("https://example.org/a", State.SKIPPED, "x", "javascript:a)|<b>\x1b[2J\u202e`")
    assert "\x1b" not in link_report.as_text([hostile], PATHS)
    row = link_report.as_markdown([hostile], PATHS).splitlines()[-1]
    assert row.count("|") == 4
    assert "<b>" not in row and "](javascript" not in row and "\u202e" not in row


def test_help() -> None:
    output = run("links", "--help")
    assert output.returncode == 0
    assert "--format [text|markdown|json]" in output.stdout


def test_an_address_that_does_not_answer_is_reported_and_is_no_error(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def private(*_: object, **__: object) -> list:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (PRIVATE, 443))]

    monkeypatch.setattr(socket, "getaddrinfo", private)
    monkeypatch.setattr("timeline.review.link_checker.time.sleep", lambda _: None)
    done = CliRunner().invoke(command, obj=small_site)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "content/articles/2022/x.md: skipped (127.0.0.2 is not a public address): https://example.org/x",
        "content/articles/2022/y.md: skipped (127.0.0.2 is not a public address): https://example.org/y",
        "2 addresses checked: 2 skipped.",
    ]


def test_a_doi_is_checked_as_an_address(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def all_well(self: LinkChecker, url: str) -> Result:
        asked.append(url)
        return Result(url, State.OK, "200")

    edit(small_site, "url: https://example.org/x", "url: https://example.org/x\ndoi: 10.5555/12345678")
    monkeypatch.setattr(LinkChecker, "check", all_well)
    monkeypatch.setattr("timeline.review.link_checker.time.sleep", lambda _: None)
    assert CliRunner().invoke(command, obj=small_site).output == "3 addresses checked: 3 ok.\n"
    assert sorted(asked) == ["https://doi.org/10.5555/12345678", "https://example.org/x", "https://example.org/y"]


def test_a_machine_that_is_not_connected(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setattr("timeline.review.link_checker.time.sleep", lambda _: None)
    done = CliRunner().invoke(command, obj=small_site)
    assert done.exit_code == 0
    assert done.stderr == "No address answered. Check the network connection; a proxy is not supported.\n"


def test_the_command_without_any_article_that_can_be_read(small_site: Path) -> None:
    (small_site / "content/articles/2022/y.md").unlink()
    edit(small_site, "url: https://example.org/x", "url: javascript:x")
    done = run("--root", small_site, "links")
    assert done.returncode == 1
    assert "dateline check" in done.stderr
    assert "Traceback" not in done.stderr
