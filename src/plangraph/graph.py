"""The graph that people work with: asked questions, explained, drawn, read as RDF."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from plangraph import iris, queries
from plangraph.catalog import Catalog
from plangraph.emptiness import why_empty
from plangraph.naming import Names
from plangraph.queries.derived import derived
from plangraph.store.answers import Boolean, Rows, expect_boolean, expect_rows, expect_triples
from plangraph.store.readable import Reading
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import rdflib

    from plangraph.build.layout import Manifest
    from plangraph.coverage import Trace
    from plangraph.network import Network
    from plangraph.queries import Library, Parameter, Question
    from plangraph.store.answers import Answer, Triples
    from plangraph.store.engine import Engine


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
        self._derived: dict[tuple[str, Parameter], str | None] = {}
        self._names = Names(engine, manifest)

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
        question = self.library.find(name)
        answer = self.sparql(*self.bound(question, parameters))
        if not isinstance(answer, Rows):
            return answer
        names = [*answer.variables, *(name.rpartition("_")[0] for name in answer.variables)]
        found = ((name, question.wording.column(name, question.name)) for name in names if name)
        lang = str(parameters.get("lang") or next((p.default for p in question.parameters if p.name == "lang"), "ja"))
        return replace(answer, headings={name: heading for name, heading in found if heading}, lang=lang)

    @property
    def queries(self) -> Catalog:
        """The questions as functions, for completion: ``graph.queries.children(element="1-1")``."""
        return Catalog(self.questions, self.answer)

    def search(self, text: str, *, lang: str = "ja") -> Rows:
        """Return the things whose code, name in either language or other spelling holds a text, the nearest first.

        Parameters
        ----------
        text : str
            What to look for, in any width, dash, kana and form of letter.
        lang : str
            The language of names, ``ja`` or ``en``.
        """
        return self.query("search", text=text, lang=lang)

    def coverage(
        self, by: str = "policy", plan: str | None = None, *, year: int | None = None, lang: str = "ja"
    ) -> Rows:
        """Return which SDG goals a plan serves, through what and on which grounds: a row for each cell of the matrix.

        Parameters
        ----------
        by : str
            What a row of the matrix is: ``basic-policy``, ``policy``, ``measure``, ``strategy``, ``ward``, ``office``,
            or a class or tier.
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
        from plangraph.coverage.report import CLASSES, MATRIX

        given = {"by": CLASSES.get(by, by), "plan": plan, "year": year, "lang": lang}
        return self.query(MATRIX, **{name: value for name, value in given.items() if value is not None})

    def asked(self, name: str, parameters: Mapping[str, object]) -> Words:
        """Return in words what a question asks with some parameters, and which of them are defaults of whom.

        Raises
        ------
        UnknownQuestion
            If there is no such question.
        ParameterError
            If a value cannot be taken.
        """
        question, plan, given = self._put(self.library.find(name), parameters)
        values: dict[Parameter, str] = {}
        for each in question.parameters:
            value = given.get(each.name) or each.default
            if value is not None and each.name != "lang":
                values[each] = self._names.thing(str(value), plan, each.sort) if each.type == "iri" else str(value)
        called = self._names.labels([value for each, value in values.items() if each.type == "iri"])
        said = Words(question.summary("ja"), question.summary("en"))
        for number, (each, value) in enumerate(values.items()):
            words = called.get(value) or question.wording.choices.get(value) or Words(value, value)
            default = Words("（既定）", " (default)") if each.name not in parameters else Words("", "")
            mark = Words("、", "; ") if number else Words("  ", "  ")
            said = said.then(
                Words(
                    f"{mark.ja}{each.words.ja}: {words.ja}{default.ja}",
                    f"{mark.en}{each.words.en.lower()}: {words.en}{default.en}",
                )
            )
        return said

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
            Whether to show IRIs beside codes and labels, and money to the yen.
        """
        reading = Reading(rows, lang, ids=ids, exact=exact)
        if not ids:
            reading = replace(reading, names=self.labels(reading.things(), lang))
        given = parameters or {}
        asked = self.asked(name, given).of(lang) if name else ""
        title = self.library.find(name).summary(lang) if name else ""
        return replace(reading, title=title, asked=asked, about=self._about(name, given, asked, lang))

    def _about(self, name: str, given: Mapping[str, object], asked: str, lang: str) -> list[tuple[str, str]]:
        """Return what is to be said beside an answer: the question, the data and their licence, and the query."""
        found = [(Words("構築", "Build"), self.manifest.identity)]
        for title, licence in self._datasets(lang):
            found.append((Words("データ", "Data"), title))
            found += [(Words("ライセンス", "Licence"), licence)] if licence else []
        if name:
            question = self.library.find(name)
            sparql, scope = self.bound(question, given)
            found = [
                (Words("問い", "Question"), name),
                (Words("尋ねたこと", "Asked"), asked),
                (Words("説明", "Description"), question.description(lang)),
                *found,
                (Words("問い合わせ", "Query"), queries.over(sparql, scope)),
            ]
        return [(words.of(lang), text) for words, text in found]

    def _datasets(self, lang: str) -> list[tuple[str, str]]:
        query = f"""SELECT ?dataset (SAMPLE(?title) AS ?called) (SAMPLE(?licence) AS ?under) WHERE {{
            ?dataset a dcat:Dataset ; dcterms:title ?title FILTER(LANG(?title) = "{lang}")
            OPTIONAL {{ ?dataset dcterms:license ?licence }} }} GROUP BY ?dataset ORDER BY ?dataset"""
        rows = expect_rows(self.engine.query(query, [iris.graph("catalogue")]))
        return [(str(title), str(licence or "")) for _, title, licence in rows if title]

    def given(self, name: str, parameters: Mapping[str, object]) -> dict[str, object]:
        """Return the values that a question is asked with: those given, and what it takes from the plan."""
        return self._put(self.library.find(name), parameters)[2]

    def lacking(self, name: str, parameters: Mapping[str, object]) -> dict[Parameter, list[Words]]:
        """Return the parameters without which a question means nothing, and what may be given for each, if it is few.

        Raises
        ------
        UnknownQuestion
            If there is no such question.
        """
        question, plan, given = self._put(self.library.find(name), parameters)
        lacking = [each for each in question.parameters if given.get(each.name) is None and each.default is None]
        return {each: self._names.choices(each.sort, plan) if each.sort else [] for each in lacking}

    def why_empty(self, name: str, parameters: Mapping[str, object]) -> Words:
        """Return why a question has no rows with some parameters: for which other years or plans it has some."""
        question = self.library.find(name)

        def has_rows(given: Mapping[str, object]) -> bool:
            sparql, scope = self.bound(question, given)
            answer = self.engine.query(sparql, scope, limit=1)
            return not isinstance(answer, Boolean) and len(answer) > 0

        plans = self._names.labels(list(self.manifest.scopes))
        return why_empty(question, parameters, has_rows, self.engine, plans)

    def labels(self, things: Sequence[str], lang: str = "ja") -> dict[str, str]:
        """Return what things (IRIs) are called: their codes before their labels; what has no label is left out."""
        return {iri: words.of(lang) for iri, words in self._names.labels(things).items()}

    def bound(self, question: Question, parameters: Mapping[str, object]) -> tuple[str, Sequence[str]]:
        """Return the query that a question with its parameters stands for, and the graphs (IRIs) that it sees.

        Raises
        ------
        ParameterError
            If a value is missing or cannot be taken.
        """
        question, plan, given = self._put(question, parameters)
        text = queries.bind(question, given, lambda name, parameter: self._names.thing(name, plan, parameter.sort))
        return text, self.manifest.scopes.get(plan, ()) if "plan" in given else question.graphs

    def _put(self, question: Question, parameters: Mapping[str, object]) -> tuple[Question, str, dict[str, object]]:
        """Return a question with its defaults here, the plan (IRI) that it is asked about, and all given values."""
        plan = self._asked_about(question, parameters)
        question = self._here(question, plan)
        own = {"plan": plan} if "plan" in {parameter.name for parameter in question.parameters} else {}
        return question, plan, {**self._taken(question, parameters, plan), **parameters, **own}

    def _asked_about(self, question: Question, parameters: Mapping[str, object]) -> str:
        """Return the plan that is given, or else that of the things that are."""
        if (name := parameters.get("plan")) is not None:
            return self._names.plan(str(name))
        for parameter in question.parameters:
            value = parameters.get(parameter.name)
            if parameter.type == "iri" and value is not None:
                thing = self._names.thing(str(value), sort=parameter.sort)
                if (plan := self._names.plan_of(thing)) is not None:
                    return plan
        return self.manifest.plan

    def _taken(self, question: Question, parameters: Mapping[str, object], plan: str) -> dict[str, str]:
        """Return what parameters take from the plan, each looked up once."""
        found = {}
        for parameter in question.parameters:
            if parameter.derive and parameters.get(parameter.name) is None and parameter.default is None:
                key = (plan, parameter)
                if key not in self._derived:
                    self._derived[key] = derived(parameter, plan, self.manifest.scopes.get(plan, ()), self.engine)
                if (value := self._derived[key]) is not None:
                    found[parameter.name] = value
        return found

    def _here(self, question: Question, plan: str) -> Question:
        return question.among(plan, self._names.city_of(plan))

    def questions(self) -> list[Question]:
        """List the questions that can be asked, by topic and name, with the defaults that they have here."""
        return [self._here(each, self.manifest.plan) for each in self.library.listed()]

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
        return self._names.thing(name, self._names.plan(plan), sort)

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
