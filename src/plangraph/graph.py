"""The graph that people work with: asked questions, explained, drawn, read as RDF."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from plangraph import iris, queries
from plangraph.asking import Asking
from plangraph.catalog import Catalog
from plangraph.citation import cities_in, of_data, of_query, of_question
from plangraph.namespaces import PG
from plangraph.naming import Names
from plangraph.searching import elements_first, found_by_name
from plangraph.store.answers import Rows, expect_boolean, expect_rows, expect_triples
from plangraph.store.readable import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import rdflib

    from plangraph.build.layout import Manifest
    from plangraph.coverage import Trace
    from plangraph.network import Network
    from plangraph.queries import Library, Parameter, Question
    from plangraph.store.answers import Answer, Triples
    from plangraph.store.engine import Engine
    from plangraph.words import Words


class Graph:
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

    def __init__(self, engine: Engine, manifest: Manifest, library: Library | None = None) -> None:
        self.engine = engine
        self.manifest = manifest
        self.library = library or queries.Library()
        self._names = Names(engine, manifest)
        self._asking = Asking(self.library, self._names)

    def __repr__(self) -> str:
        triples = sum(self.manifest.graphs.values())
        return f"<Graph of {', '.join(self.manifest.datasets)}: {triples:,} triples>"

    def sparql(self, text: str, default_graphs: Sequence[str] = ()) -> Answer:
        """Answer a SPARQL query.

        Parameters
        ----------
        text : str
            The query; the prefixes of :data:`plangraph.namespaces.PREFIXES` are known.
        default_graphs : sequence of str
            The graphs (IRIs) that the query sees; without any, the union of all.

        Raises
        ------
        SparqlError
            If the text is not SPARQL.
        """
        return self.engine.query(text, default_graphs)

    def query(self, name: str, **parameters: object) -> Rows:
        """Return the rows that answer a question, which is a SELECT query.

        Parameters
        ----------
        name : str
            The name of a question file.
        **parameters
            Values by parameter name. What is a thing may be given as an IRI, with a prefix (``sdg:11.5``), or by
            its code (``1-1-1``).

        Raises
        ------
        UnknownQuestion
            If there is no such question.
        ParameterError
            If a value is missing or cannot be taken.
        QuestionError
            If the question is not a SELECT query.
        """
        return expect_rows(self.answer(name, parameters))

    def construct(self, name: str, **parameters: object) -> Triples:
        """Return the triples that answer a question, which is a CONSTRUCT or DESCRIBE query.

        Parameters and errors are those of :meth:`query`.
        """
        return expect_triples(self.answer(name, parameters))

    def ask(self, name: str, **parameters: object) -> bool:
        """Return whether what a question asks is so; it is an ASK query.

        Parameters and errors are those of :meth:`query`.
        """
        return expect_boolean(self.answer(name, parameters))

    def answer(self, name: str, parameters: Mapping[str, object]) -> Answer:
        """Return the answer to a question of any form, in the scope of its parameter ``plan``, if it has one.

        Raises
        ------
        UnknownQuestion
            If there is no such question.
        ParameterError
            If a value is missing or cannot be taken.
        """
        return self.answer_to(self.library.find(name), parameters)

    def answer_to(self, question: Question, parameters: Mapping[str, object], *, limit: int | None = None) -> Answer:
        """Return the answer to a question that has been read.

        Parameters
        ----------
        question : Question
            The question.
        parameters : mapping of str to object
            Values by parameter name.
        limit : int, optional
            How many rows or triples to give at most; the answer says if it was cut there.

        Raises
        ------
        ParameterError
            If a value is missing or cannot be taken.
        """
        answer = self.engine.query(*self.bound(question, parameters), limit=limit)
        return self._headed(answer, question, parameters) if isinstance(answer, Rows) else answer

    def _headed(self, rows: Rows, question: Question, parameters: Mapping[str, object]) -> Rows:
        """Return rows with what their columns are called, in which language, and the currency of their money."""
        plan = self._asking.put(question, parameters).plan
        headings = self._asking.headings(question, plan, rows.variables)
        lang = str(parameters.get("lang") or next((p.default for p in question.parameters if p.name == "lang"), "ja"))
        return replace(rows, headings=headings, lang=lang, currency=self.manifest.currency(plan))

    @property
    def queries(self) -> Catalog:
        """The questions as functions, for completion: ``graph.queries.children(element="1-1")``."""
        return Catalog(self.questions, self.answer)

    def search(self, text: str, *, lang: str = "ja") -> Rows:
        """Return the things whose code, name in either language or other spelling holds a text, the nearest first.

        Where nothing is called so, one letter of the text may be wrong.

        Parameters
        ----------
        text : str
            What to look for, in any width, dash, kana and form of letter.
        lang : str
            The language of names, ``ja`` or ``en``.
        """
        return found_by_name(self._names, self.query, "search", text, lang)[1]

    def hits(self, text: str, *, lang: str = "ja") -> tuple[str, Rows]:
        """Return all that a search finds, also by rationale: very codes first, then elements of plans, then the rest.

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
        return text, elements_first(found)

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
            If the matrix cannot be had by that.
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
        if by == "office":
            return PG.TopLevelOffice
        return self._names.thing(by.replace("-", " "), self._names.plan(plan), [PG.Tier])

    def asked(self, name: str, parameters: Mapping[str, object]) -> Words:
        """Return in words what a question asks with some parameters, and which of them are defaults of whom.

        Raises
        ------
        UnknownQuestion
            If there is no such question.
        ParameterError
            If a value cannot be taken.
        """
        return self._asking.in_words(self.library.find(name), parameters)

    def in_own_words(self, words: Words, plan: str | None = None) -> Words:
        """Return words as the city of a plan says them: with its own words for tiers and districts.

        Raises
        ------
        UnknownThing
            If there is no such plan.
        """
        return self._asking.in_own_words(words, self._names.plan(plan))

    def reading(
        self,
        rows: Rows,
        name: str = "",
        parameters: Mapping[str, object] | None = None,
        *,
        lang: str = "ja",
        ids: bool = False,
        exact: bool = False,
    ) -> Reading:
        """Return rows as people read them, with the names of things, what was asked and where the facts come from.

        Parameters
        ----------
        rows : Rows
            The rows.
        name : str
            The question that they answer, if it is one.
        parameters : mapping of str to object, optional
            The parameters that the question was asked with.
        lang : str
            The reader's language, ``ja`` or ``en``.
        ids, exact : bool
            Whether to show IRIs beside codes and labels, and money in full.
        """
        reading = Reading(rows, lang, ids=ids, exact=exact)
        if not ids:
            reading = replace(reading, names=self.labels(reading.things(), lang))
        if not name:
            return replace(reading, about=self.data(lang, rows=rows))
        question, given = self.library.find(name), parameters or {}
        asked = self.asked(name, given).of(lang)
        about = [
            *of_question(question, asked, lang),
            *self.data(lang, name, given, rows),
            *of_query(*self.bound(question, given), lang),
        ]
        title = self._asking.title(question, given).of(lang)
        return replace(reading, title=title, asked=asked, about=about)

    def data(
        self,
        lang: str = "ja",
        name: str = "",
        parameters: Mapping[str, object] | None = None,
        rows: Rows | None = None,
    ) -> list[tuple[str, str]]:
        """Return what is to be said of the data that a question sees, or that rows come from: of what, and what.

        The build, and the title and licence of each dataset; of all datasets, if neither question nor rows tell.
        """
        cities = self._asking.cities(self.library.find(name), parameters or {}) if name else set()
        return of_data(self.engine, self.manifest.identity, lang, cities or cities_in(rows))

    def given(self, name: str, parameters: Mapping[str, object]) -> dict[str, object]:
        """Return the values that a question is asked with: those given, and what it takes from the plan."""
        return self._asking.put(self.library.find(name), parameters).given

    def lacking(self, name: str, parameters: Mapping[str, object]) -> dict[Parameter, list[Words]]:
        """Return the parameters without which a question means nothing, and what may be given for each, if it is few.

        Raises
        ------
        UnknownQuestion
            If there is no such question.
        """
        return self._asking.lacking(self.library.find(name), parameters)

    def without_data(self, name: str, parameters: Mapping[str, object]) -> Words | None:
        """Say that the fiscal year that a question is asked for has no data, and which have some; None if it has."""
        return self._asking.without_data(self.library.find(name), parameters)

    def why_empty(self, name: str, parameters: Mapping[str, object]) -> Words:
        """Return why a question has no rows with some parameters: for which other years or plans it has some."""
        return self._asking.why_empty(self.library.find(name), parameters)

    def labels(self, things: Sequence[str], lang: str = "ja") -> dict[str, str]:
        """Return what things (IRIs) are called: their codes before their labels; what has no label is left out."""
        return {iri: words.of(lang) for iri, words in self._names.labelling.of(things).items()}

    def bound(self, question: Question, parameters: Mapping[str, object]) -> tuple[str, Sequence[str]]:
        """Return the query that a question with its parameters stands for, and the graphs (IRIs) that it sees.

        Raises
        ------
        ParameterError
            If a value is missing or cannot be taken.
        """
        return self._asking.bound(question, parameters)

    def questions(self) -> list[Question]:
        """List the questions that can be asked, by topic and name, with the defaults that they have here."""
        return self._asking.questions()

    def as_questions_say(self, text: str) -> str:
        """Return a text with a city's own words for its tiers as questions have them, and without the city's name."""
        return self._asking.as_questions_say(text)

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
        return self._names.thing(name, self._names.plan(plan), (sort,) if sort else ())

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

    def explain(self, subject: str, predicate: str, object: str) -> dict[str, Any]:
        """Explain why a statement holds: the shortest way to it from what is asserted, by the ontology's axioms.

        Parameters
        ----------
        subject, predicate, object : str
            IRIs, prefixed names (``pg:within``, ``sdg:11``), codes or labels; a predicate or class of the ontology may
            be given by its local name.

        Returns
        -------
        dict
            ``statement``, ``asserted`` and ``steps``: see :func:`plangraph.reasoning.explain`.

        Raises
        ------
        UnknownThing
            If a name is not known, or the graph does not say so.
        """
        from plangraph.reasoning import Statement, explain

        named = (f"<{self._names.term(name)}>" for name in (subject, predicate, object))
        return explain(self, Statement(*named))

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
        return to_owlready(triple for triple, graph in quads if not (iris.is_inferred(graph) or graph == derived))

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

        iri = self._names.plan(plan)
        ends = [self._names.thing(name, iri) for name in (start, end)]
        return trace(partial(self.query, plan=iri), ends[0], ends[1], max_length, limit)
