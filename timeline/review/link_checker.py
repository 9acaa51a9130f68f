"""Asks whether the addresses of the articles still answer. It needs the network, so it is never part of a build.

The addresses come from strangers, and so do the redirects. One that leads to this machine or into its network, where
there may be things to read or to set off, is not asked: a host is looked up once, each address that it has must be of the
open internet, and the connection goes to the very address that was looked at.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from threading import Thread
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as NoAnswer
from urllib3.util import Url, parse_url

AT_ONCE = 8  # hosts
MOST_REDIRECTS = 5
STATES = ("gone", "fails", "moved", "refuses", "not asked", "answers")
_OPEN_V6, _TUNNELLED_V4 = ipaddress.ip_network("2000::/3"), ipaddress.ip_network("2002::/16")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one address: one of STATES, and why. `leads_to` is where its redirects end, if it has some."""

    url: str
    state: str
    why: str
    leads_to: str = ""


class NotPublic(Exception):
    """An address that a stranger may have put there to reach what only this machine can reach."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    open_v6 = ip.version == 4 or (ip in _OPEN_V6 and ip not in _TUNNELLED_V4)
    return ip.is_global and not ip.is_multicast and open_v6


@dataclass(frozen=True, slots=True)
class Asker:
    """How to ask. Times are in seconds: `pause` between two addresses of one host, `patience` for each address."""

    agent: str = "dateline-links"
    pause: float = 1.0
    patience: float = 30.0
    is_public: Callable[[str], bool] = is_public

    def ask_all(self, urls: Iterable[str]) -> list[Answer]:
        """One answer for each different address, in their order. Some hosts at once, each by one address at a time."""
        asked = list(dict.fromkeys(urls))
        by_host: dict[str, list[str]] = {}
        for url in asked:
            by_host.setdefault(url.split("/")[2], []).append(url)
        with ThreadPoolExecutor(AT_ONCE) as hosts:
            answers = {answer.url: answer for found in hosts.map(self._ask_host, by_host.values()) for answer in found}
        return [answers[url] for url in asked]

    def _ask_host(self, urls: list[str]) -> list[Answer]:
        answers = []
        for url in urls:
            time.sleep(self.pause if answers else 0)
            answers.append(self.ask(url))
        return answers

    def ask(self, url: str) -> Answer:
        """The answer of one address. A thread of its own, for a host that sends a byte now and then is never out of time."""
        answers: list[Answer] = []
        asking = Thread(target=lambda: answers.append(self._follow(url)), daemon=True)
        asking.start()
        asking.join(self.patience)
        return answers[0] if answers else Answer(url, "fails", f"no answer in {self.patience:g} seconds")

    def _follow(self, url: str) -> Answer:
        """Goes from redirect to redirect, up to an answer."""
        here, first = url, None
        try:
            for _ in range(MOST_REDIRECTS + 1):
                status, leads_to = self._look(parse_url(here))
                if not leads_to:
                    return _answer(url, status, first, here)
                here, first = urljoin(here, leads_to), first or status
            return Answer(url, "fails", f"more than {MOST_REDIRECTS} redirects", here)
        except NotPublic as reason:
            return Answer(url, "not asked", str(reason), here if here != url else "")
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            return Answer(url, "fails", _reason(error), here if here != url else "")

    def _look(self, url: Url) -> tuple[int, str]:
        """Status and redirect of one address: by HEAD, and by GET where HEAD is not welcome."""
        if url.scheme not in ("http", "https") or not url.host:
            raise NotPublic("not an address of the web")
        addresses = self._addresses(url)
        status, leads_to = self._request("HEAD", url, addresses)
        return (status, leads_to) if status < 400 else self._request("GET", url, addresses)

    def _addresses(self, url: Url) -> list[str]:
        """The IP addresses of a host. Raises NotPublic if one of them is not public."""
        found = socket.getaddrinfo(url.host.strip("[]"), url.port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(where[4][0]) for where in found))
        for address in addresses:
            if not self.is_public(address):
                raise NotPublic(f"{address} is not an address of the open internet")
        return addresses

    def _request(self, method: str, url: Url, addresses: list[str]) -> tuple[int, str]:
        """Asks the first of the addresses that takes the connection. What follows the head of the answer is not read."""
        failure: Exception | None = None
        for address in addresses:
            connection = self._connection(url, address)
            try:
                connection.connect()
            except (HTTPError, OSError) as error:
                failure = error
                continue
            try:
                headers = {"Host": url.netloc, "User-Agent": self.agent, "Accept": "*/*"}
                connection.request(method, url.request_uri, headers=headers, preload_content=False)
                answer = connection.getresponse()
                moves = answer.status in (301, 302, 303, 307, 308)
                return answer.status, answer.headers.get("Location", "") if moves else ""
            finally:
                connection.close()
        raise failure or OSError("no address")

    def _connection(self, url: Url, address: str) -> HTTPConnection:
        if url.scheme == "http":
            return HTTPConnection(address, url.port, timeout=self.patience)
        return HTTPSConnection(address, url.port, timeout=self.patience, server_hostname=url.host)


def _answer(url: str, status: int, first: int | None, here: str) -> Answer:
    leads_to = here if first else ""
    if status in (404, 410):
        return Answer(url, "gone", str(status), leads_to)
    if status in (401, 402, 403, 405, 406, 429, 451, 503):
        return Answer(url, "refuses", str(status), leads_to)
    if not 200 <= status < 300:
        return Answer(url, "fails", str(status), leads_to)
    return Answer(url, "moved", str(first), leads_to) if first else Answer(url, "answers", str(status))


def _reason(error: Exception) -> str:
    """An error in words that do not change with the version of a library."""
    if isinstance(error, socket.gaierror):
        return "its host is not known"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {error.verify_message}"
    if isinstance(error, NoAnswer | TimeoutError) and not isinstance(error, NewConnectionError):
        return "no answer in time"
    if isinstance(error, ValueError):
        return "it leads to what is no address"
    return "the connection fails"
