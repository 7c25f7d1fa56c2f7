"""The public names are exactly those that are promised."""

from __future__ import annotations

import re
from pathlib import Path

import plangraph
from plangraph import errors, namespaces, ontology
from plangraph.namespaces import PG, PREFIXES


def test_the_package_offers_exactly_its_public_names() -> None:
    assert set(plangraph.__all__) == {
        "Graph",
        "PlangraphError",
        "__version__",
        "datasets",
        "load",
        "open",
    }
    for name in plangraph.__all__:
        assert hasattr(plangraph, name)


def test_every_error_is_drawn_in_the_tree() -> None:
    drawn = set(re.findall(r"[A-Z]\w+", (errors.__doc__ or "").split("PlangraphError", 1)[1]))
    defined = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.PlangraphError)
    }
    assert defined - {"PlangraphError"} <= drawn


def test_every_term_that_the_code_names_stands_in_the_ontology() -> None:
    subjects = {str(triple.subject.value) for triple in ontology.load().triples if hasattr(triple.subject, "value")}
    missing = {term for term in PG.terms if PREFIXES["pg"] + term not in subjects}
    assert not missing


def test_every_term_that_a_source_file_names_stands_in_the_ontology() -> None:
    subjects = {str(triple.subject.value) for triple in ontology.load().triples if hasattr(triple.subject, "value")}
    root = Path(plangraph.__file__).parent
    for path in [*root.rglob("*.py"), *plangraph.resources.QUERIES.rglob("*.rq")]:
        for term in re.findall(r"(?<![\w/])pg:([A-Za-z]\w*)", path.read_text("utf-8")):
            assert PREFIXES["pg"] + term in subjects, f"{path.name}: pg:{term}"


def test_a_misspelt_term_raises() -> None:
    import pytest

    with pytest.raises(AttributeError, match="Projekt"):
        _ = namespaces.PG.Projekt
