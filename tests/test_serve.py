"""The preview: what it shows, what it refuses, and how a page follows its article, in a real browser."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from email.message import Message
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dateline.options import Options
from dateline.serve.rewriting import opened, with_reload
from dateline.site import build

PROJECT = Path(__file__).resolve().parent.parent
CONTENT = Path(__file__).parent / "site" / "content"
STORM = "bridge/2019-11-08-storm.md"
HIDDEN = "nobody should read this"


class Running(NamedTuple):
    """A preview at work: where it is, what it shows, and the folder it works in."""

    address: str
    content: Path
    private: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rsplit(":", 1)[1])


def started(folder: Path, *arguments: str) -> Running:
    """A preview of a copy of the sample content, through the real entry point, that is there already."""
    content, private = folder / "content", folder / "private"
    shutil.copytree(CONTENT, content)
    private.mkdir()
    (private / "secret.txt").write_text(HIDDEN, "utf-8")
    process = subprocess.Popen(
        [sys.executable, str(PROJECT / "build.py"), "serve", "--port", "0", *arguments],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(private)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+/", line)
    if not address:
        process.kill()
        pytest.fail(line + process.communicate()[0])
    return Running(address[0], content, private, process)


def ended(running: Running, by: signal.Signals = signal.SIGINT) -> str:
    """What a preview says when it is ended."""
    running.process.send_signal(by)
    said, _ = running.process.communicate(timeout=120)
    return said


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview for the tests that only read."""
    running = started(tmp_path_factory.mktemp("shared"))
    yield running
    ended(running)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Running]:
    running = started(tmp_path)
    yield running
    if running.process.poll() is None:
        ended(running)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


PATIENCE = 120_000
"""Milliseconds: a machine may have much else to do."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield context.new_page()
    context.close()


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


def asked(running: Running, target: str, method: str = "GET", **headers: str) -> Answer:
    """The answer to a request, its target as it is."""
    with closing(http.client.HTTPConnection("127.0.0.1", running.port, timeout=120)) as connection:
        connection.putrequest(method, target, skip_host=True)
        for name, value in {"Host": f"127.0.0.1:{running.port}", **headers}.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_it_answers_to_the_names_of_the_loopback(shared: Running, host: str) -> None:
    answer = asked(shared, "/", Host=f"{host}:{shared.port}")
    assert answer.status == 200
    assert "The Estuary Timelines" in answer.body.decode()


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{}", "127.0.0.1", "localhost.evil.example:{}", ""])
def test_a_name_that_only_leads_to_the_loopback_is_refused(shared: Running, host: str) -> None:
    answer = asked(shared, "/", Host=host.format(shared.port))
    assert answer.status == 421
    assert "Estuary" not in answer.body.decode()


def test_no_host_and_two_hosts_are_refused(shared: Running) -> None:
    host = f"Host: 127.0.0.1:{shared.port}\r\n"
    for hosts in ("", host + host, host + "Host: evil.example\r\n"):
        with socket.create_connection(("127.0.0.1", shared.port)) as line:
            line.sendall(f"GET / HTTP/1.1\r\n{hosts}\r\n".encode())
            with line.makefile("rb") as answer:
                assert answer.read().startswith(b"HTTP/1.1 421 ")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "MKCOL"])
def test_it_can_only_be_read(shared: Running, method: str) -> None:
    answer = asked(shared, "/", method)
    assert answer.status == 405
    assert answer.headers.get("Allow") == "GET, HEAD"


def test_head_says_what_get_would_and_sends_nothing(shared: Running) -> None:
    whole, head = asked(shared, "/bridge/"), asked(shared, "/bridge/", "HEAD")
    assert head.status == whole.status == 200
    assert head.headers.get("Content-Length") == whole.headers.get("Content-Length")
    assert head.body == b""


def test_it_listens_on_the_loopback_only(shared: Running) -> None:
    listening = [line.split()[1] for line in Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]]
    listening += [line.split()[1] for line in Path("/proc/net/tcp6").read_text("ascii").splitlines()[1:]]
    mine = {address for address in listening if int(address.rsplit(":")[1], 16) == shared.port}
    assert {address.split(":")[0] for address in mine} == {"0100007F"}


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/../../private/secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/bridge/../../secret.txt",
        "/bridge/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/-/../secret.txt",
        "/-/reload.js/../../../../secret.txt",
        "/-/edit/../../secret.txt",
        "/.%2e/secret.txt",
        "/%252e%252e/secret.txt",
        "/static/%2e%2e/%2e%2e/secret.txt",
        "/{private}/secret.txt",
        "//{private}/secret.txt",
        "/%2f{private}/secret.txt",
        "/file:{private}/secret.txt",
        "file://{private}/secret.txt",
        "http://127.0.0.1:{port}/../secret.txt",
        "/C:/secret.txt",
        "/secret.txt%00.html",
        "/%00",
        "/%ff%fe",
        "/.dateline",
        "/bridge//timeline.json",
        "*",
    ],
)
def test_no_path_leads_out_of_the_site(shared: Running, target: str) -> None:
    answer = asked(shared, target.format(private=shared.private, port=shared.port))
    assert answer.status == 404
    body = answer.body.decode()
    assert HIDDEN not in body
    assert "bridge/index.html" not in body


def test_a_folder_is_asked_for_with_its_slash(shared: Running) -> None:
    answer = asked(shared, "/bridge")
    assert (answer.status, answer.headers.get("Location")) == (307, "/bridge/")


@pytest.fixture(scope="module")
def site(shared: Running) -> Path:
    """The site as a build makes it, beside a preview that has been looked at."""
    assert asked(shared, "/-/edit/bridge/").status == 200
    output = shared.private / "site"
    build(Options(shared.content, output))
    return output


def test_every_file_of_the_site_is_there_as_it_is_built(shared: Running, site: Path) -> None:
    for file in sorted(site.rglob("*")):
        if not file.is_file() or file.suffix == ".html" or file.name.startswith("."):
            continue
        answer = asked(shared, "/" + file.relative_to(site).as_posix())
        assert (answer.status, answer.body) == (200, file.read_bytes())
        assert answer.headers.get("X-Content-Type-Options") == "nosniff"
        assert answer.headers.get("Cache-Control") == "no-store"


def test_a_page_is_as_it_is_built_but_for_what_the_preview_adds(shared: Running, site: Path) -> None:
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        shown = asked(shared, f"/{quote(path)}").body.decode()
        version = re.findall(r'data-seen="([^"]*)"', shown)[0]
        editor = f"/-/edit/{quote(path.removesuffix('index.html'))}"
        assert shown == with_reload(file.read_text("utf-8"), version, editor)


def test_what_the_preview_adds_is_in_no_site_and_in_no_cache(shared: Running, site: Path) -> None:
    """A build that finds what a preview has made, and one that does not, make the same site."""
    folder = shared.content.parent
    assert not (folder / "output").exists()
    subprocess.run([sys.executable, str(PROJECT / "build.py")], cwd=folder, capture_output=True, check=True)
    for made in (site, folder / "output"):
        assert not (made / "-").exists()
        assert all(b"/-/" not in file.read_bytes() for file in made.rglob("*.html"))
    files = {file.relative_to(site): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    assert files == {
        file.relative_to(folder / "output"): file.read_bytes()
        for file in (folder / "output").rglob("*")
        if file.is_file()
    }
    shutil.rmtree(folder / "output")


def test_a_picture_that_has_gone_is_missing_and_nothing_else(own: Running) -> None:
    (picture,) = own.content.rglob("bridge.png")
    name = "/bridge/storm/bridge.png"
    assert asked(own, name).status == 200
    picture.unlink()
    assert asked(own, name).status in (404, 500)
    assert asked(own, "/-/reload.js").status == 200


def test_where_nothing_can_be_written_it_shows_the_site_all_the_same(tmp_path: Path) -> None:
    """The cache is then in the preview's own folder, and goes with it."""
    (tmp_path / ".cache").write_text("a file, where a folder would have to be", "utf-8")
    running = started(tmp_path)
    assert asked(running, "/bridge/").status == 200
    assert ended(running) == "Stopped.\n"
    assert [path.name for path in running.private.iterdir()] == ["secret.txt"]


def test_the_next_preview_finds_what_this_one_has_made(tmp_path: Path) -> None:
    first = started(tmp_path)
    ended(first)
    made = sorted((tmp_path / ".cache" / "dateline" / "store").rglob("*"))
    shutil.rmtree(first.content)
    shutil.rmtree(first.private)
    second = started(tmp_path)
    assert asked(second, "/bridge/").status == 200
    ended(second)
    assert sorted((tmp_path / ".cache" / "dateline" / "store").rglob("*")) == made


def test_many_edits_do_not_fill_the_cache(own: Running) -> None:
    def edited(words: str) -> int:
        article = own.content / STORM
        seen = re.findall(rb'data-seen="([^"]*)"', asked(own, "/").body)[0].decode()
        article.write_text(f"{article.read_text('utf-8')}\n{words}\n", "utf-8")
        assert b"changed" in asked(own, f"/-/events?seen={seen}").body
        store = own.content.parent / ".cache" / "dateline" / "store"
        return sum(1 for path in store.rglob("*") if path.is_file())

    first = edited("The quay was swept.")
    assert [edited(f"It was swept {number} times.") for number in range(5)] == [first] * 5


def test_a_policy_stays_as_strict_as_it_is_but_for_the_previews_own_files() -> None:
    assert opened("default-src 'none'; img-src 'self'") == (
        "default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'; style-src 'self'"
    )
    assert opened("default-src 'self'; script-src 'none'; connect-src https://example.org") == (
        "default-src 'self'; script-src 'self'; connect-src https://example.org 'self'; style-src 'self'"
    )
    page = with_reload("<p>no head and no body", "a-1", '/-/edit/"><script>/')
    assert "<script>/" not in page
    assert 'data-seen="a-1"' in page


def test_an_interrupt_ends_it_and_leaves_nothing_behind(own: Running) -> None:
    with socket.create_connection(("127.0.0.1", own.port)) as line, line.makefile("rb") as stream:
        line.sendall(f"GET /-/events?seen=x HTTP/1.1\r\nHost: 127.0.0.1:{own.port}\r\n\r\n".encode())
        assert stream.readline() == b"HTTP/1.1 200 OK\r\n"
        assert ended(own) == "Stopped.\n"
    assert own.process.returncode == 0
    assert [path.name for path in own.private.iterdir()] == ["secret.txt"]


def test_a_termination_leaves_nothing_behind_either(own: Running) -> None:
    ended(own, signal.SIGTERM)
    assert own.process.returncode == 0
    assert [path.name for path in own.private.iterdir()] == ["secret.txt"]


def test_a_port_that_is_taken_is_said(shared: Running, tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    done = subprocess.run(
        [sys.executable, str(PROJECT / "build.py"), "serve", "--port", str(shared.port)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        f"dateline: --port: {shared.port} cannot be had: Address already in use; name another, or 0 for any\n"
    )


def test_without_its_library_serve_says_how_to_install_it(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    script = (
        "import sys, importlib.util as util\n"
        "real = util.find_spec\n"
        "util.find_spec = lambda name, *more: None if name == 'watchfiles' else real(name, *more)\n"
        "from dateline.cli import main\n"
        "sys.exit(main(['serve']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    install = f'python -m pip install -e "{PROJECT}[serve]"'
    assert done.stderr == f"dateline: serve needs the library watchfiles: {install}\n"


def test_a_page_follows_its_article(own: Running, page: Page) -> None:
    article = own.content / STORM
    page.goto(own.address + "bridge/storm/")
    page.get_by_role("heading", level=1).wait_for()
    text = article.read_text("utf-8")
    article.write_text(f"{text}\nA kestrel nested on the north pier.\n", "utf-8")
    page.get_by_text("A kestrel nested on the north pier.").wait_for()
    article.write_text(f"{text}\nTwo kestrels nested there.\n", "utf-8")
    page.get_by_text("Two kestrels nested there.").wait_for()
    expect(page).to_have_url(own.address + "bridge/storm/")


def test_a_broken_file_is_shown_in_the_pages_place_until_it_is_mended(own: Running, page: Page) -> None:
    article = own.content / STORM
    text = article.read_text("utf-8")
    page.goto(own.address + "bridge/storm/#content")
    heading = page.get_by_role("heading", level=1).inner_text()
    article.write_text(re.sub(r"(?m)^date:.*$", "date: 2019-13-08", text), "utf-8")
    page.get_by_role("heading", name="The site cannot be built as it is").wait_for()
    shown = " ".join(page.locator(".problems").inner_text().split())
    line = 1 + next(at for at, words in enumerate(text.splitlines()) if words.startswith("date:"))
    assert f"content/{STORM}:{line}" in shown
    assert "date: 2019-13-08" in shown
    expect(page.locator(".remedy")).to_have_count(1)
    link = page.get_by_role("link", name="Open in editor").get_attribute("href")
    assert link is not None
    assert link.startswith(f"vscode://file/{str(article).lstrip('/')}:{line}")
    article.write_text(text, "utf-8")
    page.get_by_role("heading", name=heading, exact=True).wait_for()
    expect(page).to_have_url(own.address + "bridge/storm/#content")


def test_a_site_that_is_broken_from_the_start_is_shown_as_soon_as_it_is_mended(tmp_path: Path, page: Page) -> None:
    broken = tmp_path / "content" / "first.md"
    broken.parent.mkdir()
    broken.write_text("---\ntitle: First\n---\nIt rained on Friday.\n", "utf-8")
    process = subprocess.Popen(
        [sys.executable, str(PROJECT / "build.py"), "serve", "--port", "0"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    address = re.search(r"http://\S+", process.stdout.readline())
    assert address is not None
    page.goto(address[0] + "first/")
    page.get_by_text("this article has no date").wait_for()
    broken.write_text("---\ntitle: First\ndate: 2024-05-15\n---\nIt rained on Friday.\n", "utf-8")
    page.get_by_role("heading", name="First", exact=True).wait_for()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=120)


def test_a_page_that_is_not_there_yet_comes_when_it_is_written(own: Running, page: Page) -> None:
    answer = page.goto(own.address + "bridge/kestrels/")
    assert answer is not None
    assert answer.status == 404
    page.get_by_role("heading", name="The site has no such page").wait_for()
    article = own.content / "bridge" / "2020-03-01-kestrels.md"
    article.write_text("---\ntitle: Kestrels\ndate: 2020-03-01\n---\nThey came on Friday.\n", "utf-8")
    page.get_by_role("heading", name="Kestrels", exact=True).wait_for()


def test_a_doubt_is_settled_from_the_editors_view_in_one_line(own: Running, page: Page) -> None:
    article = own.content / STORM
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=own.address)
    page.goto(own.address + "bridge/storm/")
    page.get_by_role("link", name="Editor’s view").click()
    expect(page).to_have_url(own.address + "-/edit/bridge/storm/")
    assert page.locator("mark.doubtful").all_inner_texts() == ["the late 1990s"]
    doubt = page.locator(".doubts > li", has_text="the late 1990s")
    line = 1 + next(at for at, words in enumerate(article.read_text("utf-8").splitlines()) if "late 1990s" in words)
    assert doubt.locator(".place code").inner_text() == f"content/{STORM}:{line}"
    opening = doubt.get_by_role("link", name="Open in editor").get_attribute("href")
    assert opening == f"vscode://file/{str(article).lstrip('/')}:{line}"
    doubt.get_by_role("button", name="Copy").click()
    doubt.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "dates.the late 1990s: 1997/1999"
    text = article.read_text("utf-8")
    article.write_text(text.replace("---\n", f"---\n{copied}\n", 1), "utf-8")
    page.locator("mark:not(.doubtful)", has_text="the late 1990s").wait_for()
    expect(page.locator("mark.doubtful")).to_have_count(0)
    expect(doubt).to_have_count(0)


def test_the_editors_view_of_a_timeline_leads_to_those_of_its_articles(shared: Running, page: Page) -> None:
    page.goto(shared.address + "bridge/")
    page.get_by_role("link", name="Editor’s view").click()
    assert page.locator(".when.doubtful").first.inner_text() == "the late 1990s (1997–1999)"
    page.locator(".doubts > li").nth(1).wait_for()
    page.get_by_role("link", name="the first survey was made").click()
    assert page.locator(".text mark").first.inner_text() == "Nov. 8"
    page.get_by_role("link", name="The Estuary Timelines").click()
    page.get_by_role("link", name="Lamp of the old lighthouse").click()
    page.locator(".text mark").first.wait_for()
    page.get_by_role("link", name="The page").click()
    expect(page).to_have_url(shared.address + "lighthouse/")


def test_an_article_has_its_pictures_and_no_script_in_the_editors_view(own: Running, page: Page) -> None:
    article = own.content / STORM
    hostile = "<img src=x onerror=alert(1)><script>alert(1)</script> On Friday <b onclick=alert(1)>it rained</b>."
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    with page.expect_request(re.compile("/-/events")):
        page.goto(own.address + "-/edit/bridge/storm/")
    article.write_text(f"{article.read_text('utf-8')}\n![A bridge](bridge.png)\n\n{hostile}\n", "utf-8")
    page.get_by_text("it rained").first.wait_for()
    assert page.locator(".text img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    assert page.locator("[onclick], [onerror]").count() == 0
    assert dialogs == []


def test_the_pages_keep_their_policies(shared: Running, page: Page) -> None:
    said: list[str] = []
    answers: list[tuple[str, int]] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda answer: answers.append((answer.url, answer.status)))
    for path in ("", "bridge/", "bridge/storm/", "lighthouse/", "-/edit/", "-/edit/bridge/", "-/edit/bridge/storm/"):
        with page.expect_request(re.compile("/-/events")):
            page.goto(shared.address + path)
    assert [words for words in said if "status of 404" not in words] == []
    missing = {url for url, status in answers if status != 200}
    assert missing <= {shared.address + "favicon.ico"}
    assert all(url.startswith(shared.address) for url, _ in answers)
