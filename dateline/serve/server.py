"""The preview's server: loopback only, reading only, and for nobody who calls it by another name."""

from __future__ import annotations

import json
import mimetypes
from email.message import Message
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from typing import Any, ClassVar
from urllib.parse import quote, unquote_to_bytes, urlsplit

from dateline.errors import DatelineError
from dateline.serve.preview import Preview
from dateline.serve.rewriting import with_reload
from dateline.serve.views import OWN_FILES, error_view, missing_view, view
from dateline.sources import bytes_of

HOST = "127.0.0.1"
NAMES = ("127.0.0.1", "localhost", "[::1]")
STILL_THERE = 15.0
"""Seconds after which an event stream says that it is still there, which finds out whether the page is."""

EDITOR = "-/edit/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
TYPES = {".js": "text/javascript", ".json": "application/json", ".xml": "application/xml", ".ics": "text/calendar"}


class PortTakenError(Exception):
    """The port cannot be had; says why."""


class Server(ThreadingHTTPServer):
    """A server of one preview; `port` 0 takes any that is free. Raises `PortTakenError` where it cannot be had."""

    daemon_threads = True  # an open event stream does not hold up the end

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        try:
            super().__init__((HOST, port), Answer)
        except OSError as error:
            raise PortTakenError(error.strerror) from error

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_port}/"

    def serves(self, host: str | None) -> bool:
        """Whether a request for that host is meant for this server, and no trick of another site's name."""
        return host in {f"{name}:{self.server_port}" for name in NAMES} or (self.server_port == 80 and host in NAMES)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: a browser that leaves in the middle of an answer is no error."""


class Answer(BaseHTTPRequestHandler):
    """One request: a file of the site, a view of the preview's own, or its event stream."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "Dateline"
    timeout = 60
    HEADERS: ClassVar = {
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }

    def parse_request(self) -> bool:
        """Reads the request, and refuses it where it is not for this server or would do more than read."""
        if not super().parse_request():
            return False
        self.close_connection = self.close_connection or self.command not in ("GET", "HEAD")
        hosts = _all(self.headers, "Host")
        if len(hosts) != 1 or not self.server.serves(hosts[0]):
            self.close_connection = True
            self._text(HTTPStatus.MISDIRECTED_REQUEST, "This preview answers to its own address only.\n")
        elif self.command not in ("GET", "HEAD"):
            self._text(HTTPStatus.METHOD_NOT_ALLOWED, "This preview can only be read.\n", {"Allow": "GET, HEAD"})
        else:
            return True
        return False

    def do_GET(self) -> None:
        preview, path = self.server.preview, _path(self.path)
        if path is None:
            self._page(HTTPStatus.NOT_FOUND, missing_view(preview, self.path))
        elif path == "-/events":
            self._events(urlsplit(self.path).query)
        elif path in OWN_FILES:
            self._file(path, OWN_FILES[path].read_bytes(), preview.version)
        elif preview.problems and _is_page(path):
            self._page(HTTPStatus.INTERNAL_SERVER_ERROR, error_view(preview, preview.problems))
        elif path.startswith(EDITOR):
            self._editor(path.removeprefix(EDITOR))
        else:
            self._site(path)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _editor(self, path: str) -> None:
        preview = self.server.preview
        if not _is_page(path):  # a picture of the article's
            self._site(path)
            return
        try:
            self._page(HTTPStatus.OK, view(preview, path.removesuffix("index.html").strip("/")))
        except DatelineError as error:  # mended and broken again since the last build
            self._page(HTTPStatus.INTERNAL_SERVER_ERROR, error_view(preview, error.problems))

    def _site(self, path: str) -> None:
        preview = self.server.preview
        version, files = preview.version, preview.files  # in this order, lest an old page take itself for the newest
        if path not in files and f"{path}/index.html" in files:
            self._send(HTTPStatus.TEMPORARY_REDIRECT, b"", "text/plain", {"Location": f"/{quote(path)}/"})
            return
        if not path or path.endswith("/"):
            path += "index.html"
        try:
            body = bytes_of(files[path])
        except (KeyError, OSError):  # a picture may have gone since the last build
            self._page(HTTPStatus.NOT_FOUND, missing_view(preview, self.path))
        except DatelineError as error:
            self._page(HTTPStatus.INTERNAL_SERVER_ERROR, error_view(preview, error.problems))
        else:
            self._file(path, body, version)

    def _file(self, path: str, body: bytes, version: str) -> None:
        suffix = PurePosixPath(path).suffix
        if suffix == ".html":
            editor = f"/{EDITOR}{quote(path.removesuffix('index.html'))}"
            page = with_reload(body.decode("utf-8", "replace"), version, editor)
            self._send(HTTPStatus.OK, page.encode(), "text/html; charset=utf-8")
            return
        kind = TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind in TYPES.values()
        self._send(HTTPStatus.OK, body, f"{kind}; charset=utf-8" if text else kind)

    def _events(self, query: str) -> None:
        """Tells a page of the first version that is newer than the one it shows."""
        preview, seen = self.server.preview, query.removeprefix("seen=")
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream", {"Connection": "close"})
        if self.command == "HEAD":
            return
        try:
            self.wfile.write(b"retry: 500\n\n")
            while not preview.stopped:
                version = preview.newer(seen, STILL_THERE)
                said = f"event: changed\ndata: {json.dumps(version)}\n\n" if version else ": still here\n\n"
                self.wfile.write(said.encode())
                if version:
                    return
        except OSError:
            return  # the page has been left

    def _page(self, status: HTTPStatus, page: str) -> None:
        self._send(status, page.encode(), "text/html; charset=utf-8", {"Content-Security-Policy": POLICY})

    def _text(self, status: HTTPStatus, text: str, headers: dict[str, str] | None = None) -> None:
        self._send(status, text.encode(), "text/plain; charset=utf-8", headers)

    def _send(self, status: HTTPStatus, body: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self._head(status, kind, {"Content-Length": str(len(body)), **(headers or {})})
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: HTTPStatus, kind: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **self.HEADERS, **headers}.items():
            self.send_header(name, value)
        if self.close_connection and "Connection" not in headers:
            self.send_header("Connection", "close")
        self.end_headers()

    def version_string(self) -> str:
        """The name alone: what else runs here is nobody's business."""
        return self.server_version

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class's name
        """Nothing: the terminal is for what the editor has to mend."""


def _all(headers: Message, name: str) -> list[str]:
    return headers.get_all(name) or []


def _path(target: str) -> str | None:
    """The path in the site that a request names, or `None` where no file of a site can have it."""
    if not target.startswith("/"):
        return None
    try:
        path = unquote_to_bytes(target.partition("?")[0][1:]).decode()
    except UnicodeDecodeError:
        return None
    parts = path.removesuffix("/").split("/") if path else []
    # A site has no hidden files but its own list; a backslash and a colon lead elsewhere on Windows.
    if any(not part or part.startswith(".") or set(part) & set("\\:\0") for part in parts):
        return None
    return path


def _is_page(path: str) -> bool:
    return not path or path.endswith(("/", ".html")) or "." not in path.rsplit("/", 1)[-1]
