"""Pages escape what they are given, and miss nothing silently."""

from __future__ import annotations

import jinja2
import pytest

from plangraph.pages import packaged, render


def test_text_is_escaped_wherever_it_stands() -> None:
    page = render("pages/base.html", lang='"><script>alert(1)</script>')

    assert "<script>" not in page
    assert "&#34;&gt;&lt;script&gt;" in page


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render("pages/base.html")


def test_the_style_is_the_explorers() -> None:
    assert packaged("pages/tokens.css") in render("pages/base.html", lang="ja")
