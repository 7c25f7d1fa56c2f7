"""``plangraph.toml``: the options of ``plangraph serve`` in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from plangraph.cli.configuration import read_configuration
from plangraph.cli.locale import of_terminal
from plangraph.cli.serve import command
from plangraph.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS = {option.name: option for option in command.params if option.name and option.expose_value}


def said(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "plangraph.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read_configuration(path, OPTIONS)
    return str(caught.value).splitlines()


def test_every_option_may_stand_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "plangraph.toml"
    path.write_text(
        '\ufeffport = 80\ntime-limit = 10\nslow-query = 0.5\nlog-level = "warning"\nproxies = ["10.0.0.2", "::1"]\n'
        'store = "/srv/plangraph"\nopen = true\n',
        "utf-8",
    )
    assert read_configuration(path, OPTIONS) == {
        "port": 80,
        "time_limit": 10,
        "slow_query": 0.5,
        "log_level": "warning",
        "proxies": "10.0.0.2,::1",
        "store": "/srv/plangraph",
        "browse": True,
    }


def test_all_that_is_wrong_is_told_with_its_line_and_what_would_be_right(tmp_path: Path) -> None:
    text = (
        '# ours\nworkerss = 3\ntime-limit = "ten"\nlog-level = "loud"\nport = 99999\n'
        "workers = true\nopen = 1\nqueue = -1\nqueue-time = 0\nmax-rows = 0\n[proxies]\na = 1\n"
    )
    assert said(tmp_path, text) == [
        "plangraph.toml:2: key workerss: there is no such option (did you mean 'workers'?)",
        "plangraph.toml:3: key time-limit: write a number, such as 10 or 0.5, not 'ten'",
        "plangraph.toml:4: key log-level: 'loud' is not taken; there is: info, warning, error",
        "plangraph.toml:5: key port: write a number from 0 to 65535",
        "plangraph.toml:6: key workers: write a whole number, such as 8, not True",
        "plangraph.toml:7: key open: write true or false, not 1",
        "plangraph.toml:8: key queue: write a number of at least 0",
        "plangraph.toml:9: key queue-time: write a number above 0",
        "plangraph.toml:10: key max-rows: write a number of at least 1",
        "plangraph.toml:11: key proxies: write a text in quotes, such as \"127.0.0.1\", not {'a': 1}",
    ]


@pytest.mark.parametrize(("text", "row"), [("port = 1\nport = = 3\n", 2), ("port = [1,\n\n", 3)])
def test_what_is_no_toml_is_told_by_its_line(tmp_path: Path, text: str, row: int) -> None:
    (line,) = said(tmp_path, text)
    assert line.startswith(f"plangraph.toml:{row}: this is not TOML")


def test_the_command_line_is_above_the_environment_and_that_above_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plangraph.toml").write_text("workers = 4\nqueue = 5\ncache = 6\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLANGRAPH_WORKERS", "7")
    monkeypatch.setenv("PLANGRAPH_QUEUE", "8")
    with of_terminal():
        values: dict[str, Any] = command.make_context("serve", ["--workers", "9"]).params
    assert [values[name] for name in ("workers", "queue", "cache")] == [9, 8, 6]
