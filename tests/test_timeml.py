"""TimeML as XML parsers and TempEval-3's tools read it."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.dom import minidom
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.formats.timeml import document
from dateline.model import Dateline, TimeExpression
from dateline.timex.tagger import tag

BUILD = Path(__file__).parent.parent / "build.py"
FILED = Dateline(date(2024, 5, 15))
TEXT = (
    "\n“Mills & Sons <north>” closed on Friday.\r\n\r\n"
    "They met twice a week, each Thursday & every other May, and have been gone for two years.\n"
    "It is now dark; in June 2015 the lamp was lit, and in late 2016 it failed after more than three days.\n"
)
MORE = ("mod", "quant", "freq", "anchorTimeID", "beginPoint", "endPoint", "temporalFunction")


def tagged(text: str) -> list[TimeExpression]:
    return tag(text, FILED)


def parsed(text: str, expressions: list[TimeExpression]) -> ET.Element:
    return ET.fromstring(document(text, expressions, FILED, "mills", "Mills & Sons"))  # noqa: S314  our own


def spans(body: ET.Element) -> list[tuple[int, int, str, str]]:
    """Where each expression stands in the text of a document, its type and its value."""
    found, at = [], len(body.text or "")
    for element in body:
        end = at + len("".join(element.itertext()))
        found.append((at, end, element.attrib["type"], element.attrib["value"]))
        at = end + len(element.tail or "")
    return found


def test_a_parser_gets_back_text_spans_types_and_values() -> None:
    expressions = tagged(TEXT)
    body = parsed(TEXT, expressions).find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == TEXT
    assert len(expressions) >= 9
    assert spans(body) == [(x.start, x.end, x.type, x.value) for x in expressions]
    assert [element.get("tid") for element in body] == [f"t{number + 1}" for number in range(len(expressions))]


def test_what_not_every_expression_has() -> None:
    root = parsed(TEXT, tagged(TEXT))
    known = {
        "".join(element.itertext()): {key: element.attrib[key] for key in MORE if key in element.attrib}
        for element in root.iterfind("TEXT/TIMEX3")
    }
    assert known["Friday"] == {"temporalFunction": "true"}
    assert known["June 2015"] == {"temporalFunction": "false"}
    assert known["late 2016"] == {"mod": "END", "temporalFunction": "false"}
    assert known["now"] == {"anchorTimeID": "t0", "temporalFunction": "true"}
    assert known["twice a week"] == {"freq": "2X"}
    assert known["each Thursday"] == {"quant": "EACH"}
    assert known["more than three days"] == {"mod": "MORE_THAN"}


def test_a_length_begins_and_ends_at_times_that_are_there() -> None:
    root = parsed(TEXT, tagged(TEXT))
    times = {element.get("tid"): element for element in root.iter("TIMEX3")}
    assert len(times) == len(list(root.iter("TIMEX3")))
    (years,) = (element for element in times.values() if element.text == "two years")
    begins, ends = times[years.get("beginPoint")], times[years.get("endPoint")]
    assert (begins.get("value"), ends.get("value")) == ("2022-05-15", "2024-05-15")
    assert begins in list(root)
    assert ends.get("functionInDocument") == "CREATION_TIME"


def test_the_head_of_a_document() -> None:
    root = parsed(TEXT, tagged(TEXT))
    assert root.tag == "TimeML"
    assert (root.findtext("DOCID"), root.findtext("TITLE")) == ("mills", "Mills & Sons")
    created = root.find("DCT/TIMEX3")
    assert created is not None
    assert created.attrib == {
        "tid": "t0",
        "type": "DATE",
        "value": "2024-05-15",
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }


def test_tempeval_finds_every_expression_and_nothing_else() -> None:
    """As its `evaluate_entities.py` reads: the first TEXT as written, start and end tags by pattern, the rest words."""
    expressions = tagged(TEXT)
    document_text = document(TEXT, expressions, FILED)
    body = minidom.parseString(document_text.encode()).getElementsByTagName("TEXT")[0].toxml()  # noqa: S318  our own
    body = body.replace("<TEXT>\n", "").replace("</TEXT>", "")
    read = re.findall(r"<TIMEX3([^>]*)>([^<]*)</TIMEX3>", body)
    assert [words for _, words in read] == [x.text for x in expressions]
    for (attributes, _), x in zip(read, expressions, strict=True):
        for key, value in (("type", x.type), ("value", x.value)):
            assert re.findall(f'{key}="([^"]*)"', attributes) == [value]
    assert not re.search(r"<TIMEX3[^>]*/>", body)


NO_XML = {*map(chr, range(32)), *map(chr, range(0xD800, 0xE000)), "\ufffe", "\uffff"} - set("\t\n\r")


@given(
    st.text(st.one_of(st.characters(), st.sampled_from("\x00\x0b\x0c\x1f\x7f\x85\u2028\ud800\ufffe\uffff\r\n&<>]\"'")))
)
def test_any_text_comes_back_but_for_what_no_xml_can_hold(words: str) -> None:
    text = f"{words} It rained on Friday. {words}"
    body = parsed(text, tagged(text)).find("TEXT")
    assert body is not None
    back = "".join(body.itertext())
    assert len(back) == len(text)
    assert {old for old, new in zip(text, back, strict=True) if new != old} <= NO_XML
    assert all(new == "\ufffd" for old, new in zip(text, back, strict=True) if new != old)


def run(folder: Path, *files: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(BUILD), "tag", "--date", "2024-05-15", "--format", "timeml", *files]
    return subprocess.run(command, input=TEXT.encode(), cwd=folder, capture_output=True, check=False)


@pytest.mark.parametrize(("file", "name"), [("mills.txt", "mills"), ("-", "")])
def test_the_command_writes_one_document(tmp_path: Path, file: str, name: str) -> None:
    (tmp_path / "mills.txt").write_bytes(TEXT.encode())
    done = run(tmp_path, file)
    assert (done.returncode, done.stderr) == (0, b"")
    root = ET.fromstring(done.stdout)  # noqa: S314  our own
    assert root.findtext("DOCID") == name
    assert ["".join(body.itertext()) for body in root.iterfind("TEXT")] == [TEXT]


def test_several_texts_are_no_one_document(tmp_path: Path) -> None:
    done = run(tmp_path, "a.txt", "b.txt")
    assert done.returncode == 2
    assert b"one XML document" in done.stderr
