"""`python -m tests.fuzz TARGET [options of libFuzzer]`: bytes that coverage leads, from the corpus that is kept."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dateline"]):
    from tests.fuzz.targets import HERE, TARGETS
from dateline.timex.english import VOCABULARY

SIGNS = (
    "---", "+++", "title: ", "date: ", "dates:", "events:", "tags: [", "image: {", "\n\n", "](", "![", "```", "[^1]:",
    "| a |\n|---|", "<time datetime=", "&#x", "BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:", "RRULE:", "SUMMARY:",
    '{"events":[', '"start_date":', '"headline":', "<item><title>", "<pubDate>", "<entry>", "title,date,text\n",
    "Year,Headline\n", "edtf,what\n", "said ", "closed ", ". ", ", which ", "1999", "2016-04-15", "Monday", "May ",
)  # fmt: skip


def main(name: str, options: list[str]) -> None:
    """Fuzzes one target; libFuzzer ends the program."""
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder, "words")
        known = [*SIGNS, *(f"{word.removeprefix('~')} " for word in sorted(VOCABULARY))]
        words.write_text("".join(f'"{_escaped(word)}"\n' for word in known), "ascii")
        found = Path(folder, "found")
        found.mkdir()
        settings = [
            "-max_len=400",
            "-timeout=20",
            f"-dict={words}",
            f"-artifact_prefix={tempfile.gettempdir()}/{name}-",
            *options,
        ]
        atheris.Setup(["fuzz", *settings, str(found), str(HERE / "corpus" / name)], TARGETS[name])
        atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(chr(byte) if byte < 128 and chr(byte).isalnum() else f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
