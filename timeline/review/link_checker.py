"""Check whether the addresses of the articles still answer. This needs the network, so it is never part of a build.

The addresses and their redirects are untrusted. An address that leads to this machine or its network, where a request could
read or trigger something, is not requested: a host is looked up once, all its IP addresses must be public, and the connection
goes to one of the addresses that were examined.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from enum import Enum
from http.client import HTTPException
from threading import Thread
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as HTTPTimeoutError
from urllib3.util import Url, parse_url

from timeline.reading.progress import Progress, no_progress

MAX_HOSTS = 8  # that are asked at the same time
MAX_REDIRECTS = 5
REFUSING = (401, 402, 403, 405, 406, 429, 451, 503)  # statuses with which servers turn programs away
_PUBLIC_V6, _6TO4 = ipaddress.ip_network("2000::/3"), ipaddress.ip_network("2002::/16")


class State(Enum):
    """The result for an address: its word in the reports, and what it means and what to do about it."""

    GONE = "gone", "The page no longer exists. Look for an archived copy, and use its address."
    FAILED = "failed", "There was no usable answer. Try again in a few days."
    MOVED = "moved", "The address redirects to another. If the article is there, use the new address."
    REFUSED = "refused", "The server refuses programs, but may accept readers. Open the address in a browser."
    SKIPPED = "skipped", "The address leads into a private network, or is not on the web. Correct it in the article file."
    OK = "ok", "The address answers."

    def __init__(self, word: str, advice: str):
        self.word = word
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Result:
    """The result for one address. `reason` is a status code or a phrase; `target` is where its redirects end, if it has any."""

    url: str
    state: State
    reason: str
    target: str = ""


class NotPublic(Exception):
    """The address leads to something that only this machine may be able to reach."""


def is_public(address: str) -> bool:
    """Whether an IP address is a public one. IPv6 addresses that may stand for a private IPv4 address are not."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and (ip not in _PUBLIC_V6 or ip in _6TO4):
        return False
    return ip.is_global and not ip.is_multicast


@dataclass(frozen=True, slots=True)
class LinkChecker:
    """How to send requests. Times are in seconds: `pause` between two addresses of one host, `timeout` for each address."""

    user_agent: str = "dateline-links"
    pause: float = 1.0
    timeout: float = 30.0
    is_public: Callable[[str], bool] = is_public

    def check_all(self, urls: Iterable[str], progress: Progress = no_progress) -> list[Result]:
        """One result for each different address, in their order. Hosts are asked in parallel, each one address at a time."""
        unique = list(dict.fromkeys(urls))
        by_host: dict[str, list[str]] = {}
        for url in unique:
            by_host.setdefault(url.split("/")[2], []).append(url)
        results: dict[str, Result] = {}
        with ThreadPoolExecutor(MAX_HOSTS) as pool:
            hosts = [pool.submit(self._check_host, of_host) for of_host in by_host.values()]
            finished = as_completed(hosts)
            for _ in progress("Checking", hosts):
                results.update((result.url, result) for result in next(finished).result())
        return [results[url] for url in unique]

    def _check_host(self, urls: list[str]) -> list[Result]:
        results: list[Result] = []
        for url in urls:
            time.sleep(self.pause if results else 0)
            results.append(self.check(url))
        return results

    def check(self, url: str) -> Result:
        """The result for one address. It runs in its own thread: a host that sends a byte now and then never times out."""
        results: list[Result] = []
        thread = Thread(target=lambda: results.append(self._follow(url)), daemon=True)
        thread.start()
        thread.join(self.timeout)
        return results[0] if results else Result(url, State.FAILED, f"no answer in {self.timeout:g} seconds")

    def _follow(self, url: str) -> Result:
        """Follow redirects to the last answer."""
        current, first_status = url, 0
        try:
            for _ in range(MAX_REDIRECTS + 1):
                status, target = self._request(parse_url(current))
                if not target:
                    return _result(url, status, first_status, current)
                current, first_status = urljoin(current, target), first_status or status
            return Result(url, State.FAILED, f"more than {MAX_REDIRECTS} redirects", current)
        except NotPublic as error:
            return Result(url, State.SKIPPED, str(error), current if current != url else "")
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            return Result(url, State.FAILED, _reason(error), current if current != url else "")

    def _request(self, url: Url) -> tuple[int, str]:
        """Status and redirect of one address, by HEAD, or by GET if the server does not like HEAD."""
        if url.scheme not in ("http", "https") or not url.host:
            raise NotPublic("not a web address")
        addresses = self._ip_addresses(url.host.strip("[]"), url.port)
        status, target = self._send("HEAD", url, url.host, addresses)
        return (status, target) if status < 400 else self._send("GET", url, url.host, addresses)

    def _ip_addresses(self, host: str, port: int | None) -> list[str]:
        """The IP addresses of a host. Raises NotPublic if one of them is not public."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
        for address in addresses:
            if not self.is_public(address):
                raise NotPublic(f"{address} is not a public address")
        return addresses

    def _send(self, method: str, url: Url, host: str, addresses: list[str]) -> tuple[int, str]:
        """Ask the first address that accepts the connection. The body of the answer is not read."""
        failure: Exception = OSError("no address")
        for address in addresses:
            connection = self._connection(url, host, address)
            try:
                connection.connect()
            except (HTTPError, OSError) as error:
                failure = error
                continue
            try:
                headers = {"Host": url.netloc or host, "User-Agent": self.user_agent, "Accept": "*/*"}
                connection.request(method, url.request_uri, headers=headers, preload_content=False)
                answer = connection.getresponse()
                redirects = answer.status in (301, 302, 303, 307, 308)
                return answer.status, answer.headers.get("Location", "") if redirects else ""
            finally:
                connection.close()
        raise failure

    def _connection(self, url: Url, host: str, address: str) -> HTTPConnection:
        if url.scheme == "http":
            return HTTPConnection(address, url.port, timeout=self.timeout)
        return HTTPSConnection(address, url.port, timeout=self.timeout, server_hostname=host)


def _result(url: str, status: int, first_status: int, current: str) -> Result:
    target = current if first_status else ""
    if status in (404, 410):
        return Result(url, State.GONE, str(status), target)
    if status in REFUSING:
        return Result(url, State.REFUSED, str(status), target)
    if not 200 <= status < 300:
        return Result(url, State.FAILED, str(status), target)
    return Result(url, State.MOVED, str(first_status), target) if first_status else Result(url, State.OK, str(status))


def _reason(error: Exception) -> str:
    """An error in words that do not depend on the version of a library."""
    if isinstance(error, socket.gaierror):
        return "unknown host"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"invalid certificate: {error.verify_message}"
    if isinstance(error, HTTPTimeoutError | TimeoutError) and not isinstance(error, NewConnectionError):
        return "no answer in time"
    if isinstance(error, ValueError):
        return "it redirects to something that is not an address"
    return "the connection failed"
