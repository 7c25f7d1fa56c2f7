"""Pages as Jinja2 templates: one way to write HTML, with everything escaped that is not a file of the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

_PACKAGE = Path(__file__).parents[1]


def render(template: str, **values: object) -> str:
    """Write a page, or a part of one.

    Parameters
    ----------
    template : str
        The template, by its path in the package, such as ``coverage/report.html``; ``pages/base.html`` is the frame
        that whole pages extend.
    **values
        What the template shows. Text is escaped.

    Returns
    -------
    str
        HTML.

    Raises
    ------
    jinja2.UndefinedError
        If the template shows something that is not among the values.
    """
    return _environment().get_template(template).render(**values)


def prepare(template: str) -> None:
    """Read a template now, for a process that may open no file later."""
    _environment().get_template(template)


def environment(**values: object) -> Environment:
    """Return an environment whose templates know some more values, for a library that fills in a template itself."""
    own = _environment().overlay()
    own.globals = {**own.globals, **values}
    return own


def packaged(name: str) -> Markup:
    """Return a style sheet, script or picture of the package, as it is."""
    return trusted(_PACKAGE / name)


def trusted(file: Path) -> Markup:
    """Return a file of this package or of a library, which goes into a page as it is."""
    return Markup(file.read_text("utf-8"))  # noqa: S704 - not a stranger's text


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters["thousands"] = "{:,}".format
    environment.globals["file"] = packaged
    return environment
