"""The files of ``deploy/`` are what the programs that read them take."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import yaml

from plangraph.cli.configuration import read_configuration
from plangraph.cli.serve import command

DEPLOY = Path(__file__).parents[2] / "deploy"
OPTIONS = {option.name: option for option in command.params if option.name and option.expose_value}
UNITS = ("plangraph.service", "plangraph-build.service", "plangraph-build.timer")


def test_the_configuration_file_is_taken_as_it_is() -> None:
    values = read_configuration(DEPLOY / "plangraph.toml", OPTIONS)
    assert (values["root_path"], values["proxies"]) == ("/plangraph", "127.0.0.1")


def test_the_units_are_what_systemd_takes(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if not analyze:  # a machine that has no systemd runs no units
        return
    for name in UNITS:
        text = (DEPLOY / name).read_text("utf-8").replace("/opt/plangraph/bin/plangraph", "/bin/true")
        (tmp_path / name).write_text(text, "utf-8")
    checked = subprocess.run(
        [analyze, "verify", *(str(tmp_path / name) for name in UNITS)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_the_services_of_compose_write_nothing_and_name_options_that_there_are() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    for name in ("build", "plangraph"):
        assert services[name]["read_only"] is True
        assert services[name]["cap_drop"] == ["ALL"]
    named = {name.removeprefix("PLANGRAPH_").lower() for name in services["plangraph"]["environment"]}
    assert named <= set(OPTIONS)
    assert (DEPLOY.parent / services["plangraph"]["build"]["dockerfile"]).is_file()


def test_the_server_of_compose_believes_the_proxy_in_whatever_network_there_is() -> None:
    told = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    (network,) = told["networks"]["default"]["ipam"]["config"]
    assert told["services"]["plangraph"]["environment"]["PLANGRAPH_PROXIES"] == network["subnet"]


def test_the_image_runs_as_a_user_who_is_not_root() -> None:
    last = (DEPLOY / "Containerfile").read_text("utf-8").rpartition("\nFROM ")[2]
    user = re.search(r"^USER (\d+)", last, re.MULTILINE)
    assert user
    assert int(user[1]) > 0
    assert "HEALTHCHECK" in last


def test_the_workflow_of_a_forge_does_what_ci_does() -> None:
    jobs = yaml.safe_load((DEPLOY.parent / ".github/workflows/check.yml").read_text("utf-8"))["jobs"]
    commands = {name: [step["run"] for step in job["steps"] if "run" in step] for name, job in jobs.items()}
    assert commands["test"] == [".ci/run"]
    assert commands["release"][-1] == "make release"
    assert jobs["release"]["needs"] == "test"
