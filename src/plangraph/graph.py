"""The graph that people work with: asked and searched, explained, traced, drawn, read as RDF."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from plangraph import iris
from plangraph.answering import Answering
from plangraph.namespaces import PG
from plangraph.searching import best_first, found_by_name
from plangraph.store.answers import expect_boolean

if TYPE_CHECKING:
    from collections.abc import Iterable

    import rdflib

    from plangraph.coverage import Trace
    from plangraph.network import Network
    from plangraph.store.answers import Rows


class Graph(Answering):
    """A built knowledge graph.

    Parameters
    ----------
    engine : Engine
        What answers queries.
    manifest : Manifest
        What was built.
    library : Library, optional
        The questions that can be asked; without one, those that plangraph brings.

    Examples
    --------
    >>> import plangraph
    >>> graph = plangraph.load("kawasaki")
    >>> len(graph.query("standing-counts", lang="en"))
    23
    """

    def __repr__(self) -> str:
        triples = sum(self.manifest.graphs.values())
        return f"<Graph of {', '.join(self.manifest.datasets)}: {triples:,} triples>"

    def search(self, text: str, *, lang: str = "ja") -> Rows:
        """Return the things whose code, name in either language or other spelling holds a text, the nearest first.

        Where nothing is called so, its words may stand apart, it may be a reading in Latin letters, or one letter of a
        word may be wrong.

        Parameters
        ----------
        text : str
            What to look for, in any width, dash, kana and form of letter, or as a Japanese name is read.
        lang : str
            The language of names, ``ja`` or ``en``.
        """
        return found_by_name(self._names, self.query, "search", text, lang)[1]

    def hits(self, text: str, *, lang: str = "ja") -> tuple[str, Rows]:
        """Return all that a search finds, also by rationale: very codes and names first, then plans and elements.

        Parameters
        ----------
        text : str
            What to look for, as for :meth:`search`.
        lang : str
            The language of names, ``ja`` or ``en``.

        Returns
        -------
        tuple of str and Rows
            The text that was found in the end: where nothing is called so, one letter of it may be wrong.
        """
        text, found = found_by_name(self._names, self.query, "search-hits", text, lang)
        return text, best_first(found, text, self.manifest)

    def coverage(
        self, by: str | None = None, plan: str | None = None, *, year: int | None = None, lang: str = "ja"
    ) -> Rows:
        """Return which SDG goals a plan serves, through what and on which grounds: a row for each cell of the matrix.

        Parameters
        ----------
        by : str, optional
            What a row of the matrix is: a tier in the city's word, a class (``policy``, ``measure``, ``strategy``,
            ``ward``), or ``office`` for the top-level ones; without one, the tier that the plan's sums go by.
        plan : str, optional
            The plan; without one, the one that questions are about.
        year : int, optional
            The fiscal year of budgets and grades; without one, the newest that has any.
        lang : str
            The language of names, ``ja`` or ``en``.

        Raises
        ------
        ParameterError
            If the matrix cannot have such rows.
        """
        from plangraph.coverage.report import MATRIX

        given = {"by": self.row_kind(by, plan), "plan": plan, "year": year, "lang": lang}
        return self.query(MATRIX, **{name: value for name, value in given.items() if value is not None})

    def row_kind(self, by: str | None, plan: str | None = None) -> str:
        """Return the class or tier (IRI) that the rows of a coverage matrix are of, as :meth:`coverage` takes it.

        Raises
        ------
        UnknownThing
            If nothing, or more than one thing, goes by the name.
        """
        from plangraph.coverage.report import MATRIX

        if by is None:
            return str(self.given(MATRIX, {"plan": plan} if plan else {})["by"])
        return self._names.thing(by.replace("-", " "), self._names.plan(plan), [PG.Tier])

    def is_of(self, thing: str, classes: Iterable[str]) -> bool:
        """Check whether a thing (IRI) is of one of some classes (``pg:Project``)."""
        of = " ".join(classes)
        return expect_boolean(self.sparql(f"ASK {{ VALUES ?class {{ {of} }} <{thing}> a/rdfs:subClassOf* ?class }}"))

    def resolve(self, name: str, plan: str | None = None, sort: str | None = None) -> str:
        """Return the IRI of the thing that goes by a name.

        Parameters
        ----------
        name : str
            A code (``1-1-1``), a label, the path of an IRI (``kawasaki/3``), an IRI or a prefixed name (``sdg:11.5``).
        plan : str, optional
            The plan in whose scope the name is looked up, its own elements first; without one, the manifest's.
        sort : str, optional
            The class (IRI) of which the thing has to be.

        Raises
        ------
        UnknownThing
            If nothing, or more than one thing, goes by the name.
        """
        among = None if plan is None else self._names.plan(plan)
        return self._names.thing(name, among, (sort,) if sort else ())

    def to_rdflib(self) -> rdflib.Dataset:
        """Return the whole graph as an rdflib dataset, with its named graphs."""
        import rdflib

        from plangraph.store.terms import RdfFormat, to_bytes

        dataset = rdflib.Dataset(default_union=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib 7.6 uses its own deprecated names here
            dataset.parse(data=to_bytes(self.engine.quads(), RdfFormat.N_QUADS), format="nquads")
        return dataset

    def network(self, plan: str | None = None, **choices: Any) -> Network:
        """Return a part of the graph as a networkx graph, with labels, kinds, codes and bases as attributes.

        Parameters
        ----------
        plan : str, optional
            The plan whose elements are wanted; without one, the plan that questions are about.
        **choices
            ``kinds``, ``relations``, ``around``, ``depth``, ``construct``, ``inferred``, ``suggested`` and the
            parameters of the ``construct`` question: see :func:`plangraph.network.network`.

        Raises
        ------
        ParameterError
            If a kind or relation is not in the plan's network.
        UnknownThing
            If the plan or the node is not known.
        """
        from plangraph.network import network

        return network(self, plan, **choices)

    def explain(self, subject: str, predicate: str, object: str, *, plan: str | None = None) -> dict[str, Any]:
        """Explain why a statement holds: the shortest way to it from what is asserted, by the ontology's axioms.

        Parameters
        ----------
        subject, predicate, object : str
            IRIs, prefixed names (``pg:within``, ``sdg:11``), codes or labels; a predicate or class of the ontology may
            be given by its local name.
        plan : str, optional
            The plan in whose scope names are looked up; without one, the plan that questions are about, and then the
            others.

        Returns
        -------
        dict
            ``statement``, ``asserted`` and ``steps``: see :func:`plangraph.reasoning.explain`.

        Raises
        ------
        UnknownThing
            If nothing, or more than one thing, goes by a name, or the graph does not say so.
        """
        from plangraph.reasoning import Statement, explain

        among = None if plan is None else self._names.plan(plan)
        one, other = (self._names.term(name, among) for name in (subject, object))
        return explain(self, Statement(*(f"<{iri}>" for iri in (one, self._names.relation(predicate), other))))

    def to_owlready(self) -> Any:
        """Return the ontology and the asserted facts as a world of owlready2, for users who think in objects.

        Returns
        -------
        owlready2.World
            Its reasoner needs Java: the extra ``owl``, or the system's.
        """
        from plangraph.reasoning import to_owlready

        quads = ((quad.triple, str(getattr(quad.graph_name, "value", ""))) for quad in self.engine.quads())
        derived = iris.graph("catalogue")
        return to_owlready(triple for triple, graph in quads if not (iris.is_derived(graph) or graph == derived))

    def trace(
        self, start: str, end: str, *, plan: str | None = None, max_length: int = 10, limit: int = 1_000
    ) -> Trace:
        """Return every path between two things, shortest first.

        Parameters
        ----------
        start, end : str
            Elements, goals, targets, strategies, wards or offices, as IRIs, codes, labels or ``sdg:11.5``.
        plan : str, optional
            The plan in whose scope codes and relations are looked up; without one, the plan that questions are about.
        max_length : int
            The greatest number of steps of a path.
        limit : int
            The greatest number of paths.

        Raises
        ------
        UnknownThing
            If nothing, or more than one thing, goes by a name.
        """
        from functools import partial

        from plangraph.coverage import trace
        from plangraph.coverage.tracing import expect_there

        among = None if plan is None else self._names.plan(plan)
        ends = [self._names.thing(name, among) for name in (start, end)]
        expect_there(self.sparql, ends)
        return trace(partial(self.query, plan=among or self.manifest.plan), ends[0], ends[1], max_length, limit)
