"""The log: nobody ever waits for it, and what it had no room for is counted."""

from __future__ import annotations

import json
import logging
import os
import re
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import httpx
from tests.server.serving import COMMAND

from plangraph.server.http.log import LogWriter

if TYPE_CHECKING:
    from pathlib import Path

ENOUGH = 1500  # requests; a pipe holds some 300 entries


def entry(number: int) -> logging.LogRecord:
    line = json.dumps({"number": number, "text": "x" * 1000})
    return logging.LogRecord("plangraph.access", logging.INFO, "", 0, line, (), None)


def test_what_finds_no_room_is_counted_and_told_once_there_is_room_again() -> None:
    reading, writing = os.pipe()
    writer = LogWriter(writing, room=10)
    start = time.monotonic()
    for number in range(1000):
        writer.emit(entry(number))
    assert time.monotonic() - start < 10  # it waits for nobody
    assert writer.dropped > 800
    text = b""
    while b'"dropped"' not in text:
        text += os.read(reading, 1 << 16)
        writer.emit(entry(1000))
    writer.close()
    os.close(writing)
    while part := os.read(reading, 1 << 16):
        text += part
    os.close(reading)
    entries = [json.loads(line) for line in text.decode().splitlines()]
    numbers = [each["number"] for each in entries if "number" in each]
    assert numbers == sorted(numbers)
    assert sum(each.get("dropped", 0) for each in entries) == writer.dropped
    assert len(set(numbers) - {1000}) + writer.dropped >= 1000


def test_a_reader_that_has_gone_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    writer = LogWriter(writing)
    writer.emit(entry(1))
    writer.close()
    os.close(writing)
    assert writer.dropped == 1


def test_a_warning_of_a_library_is_one_json_object_too() -> None:
    reading, writing = os.pipe()
    writer = LogWriter(writing)
    try:
        raise OSError("broken\npipe")
    except OSError as error:
        trace = (type(error), error, error.__traceback__)
        writer.emit(logging.LogRecord("asyncio", logging.ERROR, "", 0, "two\nlines", (), trace))
    writer.close()
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as lines:
        assert json.loads(lines.read())["message"] == "two\nlines"


def test_a_log_that_nobody_reads_holds_up_neither_requests_nor_the_end(minato_folder: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "--store", str(minato_folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        address = re.search(r"http://\S+", process.stderr.readline())
        assert address
        with httpx.Client(base_url=address[0], timeout=10) as client:
            for _ in range(ENOUGH):
                assert client.get("/healthz").status_code == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.communicate()
