"""The checkers that need Java or Node, the Nu HTML checker and Lighthouse, on the golden site and the samples."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest

from dateline.catalogue import ENGLISH
from dateline.config import read_site
from dateline.pages.environment import environment
from dateline.pages.share import share_svg
from dateline.site import Options, build, read_stories

HERE = Path(__file__).parent
MODULES = HERE / "verify" / "node_modules"
CONTENTS = {"golden": HERE / "site" / "content", "sample": HERE.parent / "content"}
KINDS = {
    "front page": "index.html",
    "story": "bridge/index.html",
    "article": "bridge/inquiry/index.html",
    "lone article": "lighthouse/index.html",
    "embedded timeline": "bridge/embed/index.html",
    "tag": "tags/bridges/index.html",
    "list of years": "years/index.html",
    "year": "years/2019/index.html",
    "place": "places/marram-sound/index.html",
    "not found": "404.html",
}
CATEGORIES = ("accessibility", "best-practices", "seo", "performance")
CHECKED = 40
"""The pages that one run of the Nu checker is given."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  its name in the library
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which the files of a folder are served to this machine alone."""
    folder.mkdir(parents=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module", params=CONTENTS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A built site, and its address."""
    folder = tmp_path_factory.mktemp(request.param)
    with served(folder / "www") as address:
        build(Options(CONTENTS[request.param], folder / "output", base_url=address))
        (folder / "www").rmdir()
        (folder / "output").rename(folder / "www")
        yield folder / "www", address


@pytest.mark.verify
def test_the_nu_checker_has_nothing_to_say_of_any_page(site: tuple[Path, str]) -> None:
    folder, address = site
    places = [f"{address}/{quote(page.relative_to(folder).as_posix())}" for page in sorted(folder.rglob("*.html"))]
    assert len(places) > 20
    for at in range(0, len(places), CHECKED):
        assert messages(places[at : at + CHECKED]) == []


@pytest.mark.verify
def test_the_nu_checker_has_nothing_to_say_of_the_picture_to_share(tmp_path: Path) -> None:
    content = CONTENTS["golden"]
    site, _, stories = read_stories(Options(content, tmp_path))
    assert site == read_site(content)
    for story in stories:
        (tmp_path / f"{story.slug}.svg").write_text(share_svg(environment(site), ENGLISH, site, story), "utf-8")
    assert messages(["--also-check-svg", str(tmp_path)]) == []


def messages(arguments: list[str]) -> list[str]:
    """What the Nu checker says, errors and warnings alike."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    allowed = "-Dnu.validator.servlet.allow-forbidden-hosts=true"  # it looks at this machine's own pages
    command = ["java", allowed, "-jar", str(jar), "--format", "json", "--stdout", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stdout, run.stderr
    found = json.loads(run.stdout)["messages"]
    return [f"{one.get('url')}:{one.get('lastLine')}: {one['message']}" for one in found]


@pytest.mark.verify
def test_lighthouse_finds_nothing_to_better(tmp_path: Path, chromium: str) -> None:
    with served(tmp_path / "www") as address:
        build(Options(CONTENTS["golden"], tmp_path / "output", base_url=address))
        (tmp_path / "www").rmdir()
        shutil.move(tmp_path / "output", tmp_path / "www")
        scores = {
            kind: lighthouse(f"{address}/{path.removesuffix('index.html')}", chromium) for kind, path in KINDS.items()
        }
    for kind, found in scores.items():
        print(kind, {category: score for category, score in found.items() if category in CATEGORIES})
    # What stands in for a page that is not there is kept from search engines.
    unlisted = {("not found", "seo")}
    below = {
        (kind, category): found
        for kind, found in scores.items()
        for category in CATEGORIES[:3]
        if found[category] != 100 and (kind, category) not in unlisted
    }
    assert below == {}


def lighthouse(address: str, chromium: str) -> dict[str, Any]:
    """By category Lighthouse's score of a page on a phone, from 0 to 100, and the audits that lower it."""
    command = [
        "node", str(MODULES / "lighthouse" / "cli" / "index.js"), address, "--output=json", "--quiet",
        "--form-factor=mobile", f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage",
    ]  # fmt: skip
    environment = os.environ | {"CHROME_PATH": chromium}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    lowered = {
        name: audit.get("details", {}).get("items", audit["title"])
        for category in CATEGORIES[:3]
        for ref in report["categories"][category]["auditRefs"]
        for name, audit in [(ref["id"], report["audits"][ref["id"]])]
        if ref["weight"] and audit["score"] is not None and audit["score"] < 1
    }
    scores = {name: round(100 * (one["score"] or 0)) for name, one in report["categories"].items()}
    return scores | {"lowered": lowered}
