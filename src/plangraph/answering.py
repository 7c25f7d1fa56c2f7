"""How a graph is asked: SPARQL, the questions with their parameters, and all that is said beside an answer."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from plangraph import queries
from plangraph.asked_in_words import InWords
from plangraph.asking import Asking
from plangraph.catalog import Catalog
from plangraph.citation import cities_in, of_data, of_query, of_question
from plangraph.errors import SparqlError
from plangraph.naming import Names
from plangraph.nothing_found import NothingFound
from plangraph.store.answers import Rows, expect_boolean, expect_rows, expect_triples
from plangraph.store.from_clauses import graphs_named, no_graph
from plangraph.store.readable import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.build.layout import Manifest
    from plangraph.queries import Library, Parameter, Question
    from plangraph.queries.by_words import FoundQuestions
    from plangraph.store.answers import Answer, Triples
    from plangraph.store.engine import Engine
    from plangraph.words import Words


class Answering:
    """What answers questions about what was built.

    Parameters
    ----------
    engine : Engine
        What answers queries.
    manifest : Manifest
        What was built.
    library : Library, optional
        The questions that can be asked; without one, those that plangraph brings.
    """

    def __init__(self, engine: Engine, manifest: Manifest, library: Library | None = None) -> None:
        self.engine = engine
        self.manifest = manifest
        self.library = library or queries.Library()
        self._names = Names(engine, manifest)
        self._asking = Asking(self.library, self._names)
        self._in_words = InWords(self._asking)
        self._nothing_found = NothingFound(self._asking, self._in_words)

    def sparql(self, text: str, default_graphs: Sequence[str] = (), *, limit: int | None = None) -> Answer:
        """Answer a SPARQL query.

        Parameters
        ----------
        text : str
            The query; the prefixes of :data:`plangraph.namespaces.PREFIXES` are known.
        default_graphs : sequence of str
            The graphs (IRIs) that the query sees; without any, the union of all.
        limit : int, optional
            How many rows or triples to give at most; the answer says if it was cut there.

        Raises
        ------
        SparqlError
            If the text is not SPARQL, or names a graph that is not here.
        """
        answer = self.engine.query(text, default_graphs, limit=limit)
        known = {*self.manifest.graphs, *chain.from_iterable(self.manifest.scopes.values())}
        for name in (*graphs_named(text), *default_graphs):
            if name not in known:
                raise SparqlError(no_graph(name, known))
        return answer

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
        """Return the answer to a question that is an ASK query.

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
        headings = self._in_words.headings(question, plan, rows.variables)
        lang = str(parameters.get("lang") or next((p.default for p in question.parameters if p.name == "lang"), "ja"))
        return replace(rows, headings=headings, lang=lang, currency=self.manifest.currency(plan))

    @property
    def queries(self) -> Catalog:
        """The questions as functions, for completion: ``graph.queries.children(element="1-1")``."""
        return Catalog(self.questions, self.answer)

    def asked(self, name: str, parameters: Mapping[str, object]) -> Words:
        """Return in words what a question asks with some parameters, and which values are defaults.

        Raises
        ------
        UnknownQuestion
            If there is no such question.
        ParameterError
            If a value cannot be taken.
        """
        return self._in_words.in_words(self.library.find(name), parameters)

    def in_own_words(self, words: Words, plan: str | None = None) -> Words:
        """Return words as the city of a plan says them: with its own words for tiers and districts.

        Raises
        ------
        UnknownThing
            If there is no such plan.
        """
        return self._asking.own_words.say(words, self._names.plan(plan))

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
        title = self._in_words.title(question, given).of(lang)
        return replace(reading, title=title, asked=asked, about=about)

    def data(
        self,
        lang: str = "ja",
        name: str = "",
        parameters: Mapping[str, object] | None = None,
        rows: Rows | None = None,
    ) -> list[tuple[str, str]]:
        """Return what has to be said of the data of a question, or of rows: pairs of a subject and what is said of it.

        The build, and the title and licence of each dataset; of all datasets, if neither question nor rows tell.
        """
        cities = self._asking.cities(self.library.find(name), parameters or {}) if name else set()
        return of_data(self.engine, self.manifest.identity, lang, cities or cities_in(rows))

    def given(self, name: str, parameters: Mapping[str, object]) -> dict[str, object]:
        """Return the values that a question is asked with: those given, and what it takes from the plan."""
        return self._asking.put(self.library.find(name), parameters).given

    def lacking(self, name: str, parameters: Mapping[str, object]) -> dict[Parameter, list[Words]]:
        """Return the parameters that a question needs, and what may be given for each, if the choices are few.

        Raises
        ------
        UnknownQuestion
            If there is no such question.
        """
        return self._asking.lacking(self.library.find(name), parameters)

    def without_data(self, name: str, parameters: Mapping[str, object]) -> Words | None:
        """Name the years with data if the fiscal year that a question is asked for has none; None if it has."""
        return self._nothing_found.without_data(self.library.find(name), parameters)

    def why_empty(self, name: str, parameters: Mapping[str, object]) -> Words:
        """Return why a question has no rows with some parameters: for which other years or plans it has some."""
        return self._nothing_found.why_empty(self.library.find(name), parameters)

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

    def find_questions(self, text: str) -> FoundQuestions:
        """Return the questions that words find, in either language or the city's own: by what they say or are about."""
        return self._asking.find(text)

    def city_in(self, text: str) -> tuple[str, str]:
        """Return the key of the city that a text names, or nothing, and the text without that name."""
        key, rest = self._names.city_in(text)
        return key, " ".join(rest.split())
