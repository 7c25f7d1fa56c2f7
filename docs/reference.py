"""The reference pages of the documentation site, in one language each, made from what they describe as it is built.

:func:`pages` gives them by their names; :mod:`docs.site` puts them beside the pages that are written by hand.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import plangraph
from plangraph import ontology, resources
from plangraph.namespaces import BASE, OWL, PREFIXES, RDF, RDFS
from plangraph.store.answers import Boolean, Rows
from plangraph.store.formats import TABLES
from plangraph.store.terms import Literal, NamedNode, RdfFormat, name_of, read_graph
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plangraph.queries import Question
    from plangraph.store.terms import Triple

ASKED = Path(__file__).parents[1] / "tests" / "queries" / "kawasaki.toml"
"""With which values a question is asked for its example, where it needs any."""
EXAMPLE_ROWS = 3
MESSAGE = f"{PREFIXES['sh']}message"
DEFINITION = f"{PREFIXES['skos']}definition"
GIVEN = "plan"
"""The parameter that every graph has a value for."""
PYTHON = ("plangraph.load", "plangraph.open", "plangraph.datasets", "plangraph.Graph", "plangraph.PlangraphError")
ANSWERS = ("plangraph.store.answers.Rows", "plangraph.store.answers.Triples", "plangraph.store.answers.Boolean")
QUESTIONS_HEAD = Words(
    '問いは `queries/` のファイルです。`plangraph query 名前`、Python の `graph.query("名前")`、HTTP の '
    "`/api/queries/名前` のどれでも尋ねられます。答えの例は川崎市の第3期実施計画のもので、はじめの三行です。",
    'A question is a file of `queries/`. Ask it by `plangraph query NAME`, in Python by `graph.query("NAME")`, or over '
    "HTTP at `/api/queries/NAME`. The examples are of Kawasaki's third implementation plan: the first three rows.",
)
PYTHON_HEAD = Words(
    "`import plangraph` で使う名前です。説明は英語で、コードの docstring から作られています。",
    "What `import plangraph` gives you, with the docstrings.",
)
ONTOLOGY_HEAD = Words(
    "データの意味を定める用語です。もとは `ontology/modules/` にあり、`plangraph serve` の `/ontology` は"
    "同じものを Turtle や JSON-LD でも渡します。",
    "The terms that give the data their meaning. Their source is `ontology/modules/`; `/ontology` of `plangraph serve` "
    "also gives them as Turtle and JSON-LD.",
)
SHAPES_HEAD = Words(
    "事実が守るべき規則（SHACL）です。`plangraph check` と `build` は、守られていない行を表・行・列とともに示します。"
    "もとは `ontology/shapes/` にあります。",
    "The rules that facts have to keep (SHACL). Where one is broken, `plangraph check` and `build` name the table, row "
    "and column. Their source is `ontology/shapes/`.",
)
SORTS = {
    OWL.Class: Words("クラス", "Classes"),
    OWL.ObjectProperty: Words("関連", "Relations"),
    OWL.DatatypeProperty: Words("値をもつ性質", "Properties with a value"),
}


def pages(lang: str) -> dict[str, str]:
    """Write the pages in a language (``ja`` or ``en``), by their names without an ending."""
    return {
        "python": _python(lang),
        "ontology": _ontology(lang),
        "shapes": _shapes(lang),
        **{f"questions-{topic}": text for topic, text in _questions(lang).items()},
    }


def _python(lang: str) -> str:
    title = Words("Python から", "From Python").of(lang)
    parts = [f"# {title}\n", PYTHON_HEAD.of(lang), *map(_described, PYTHON)]
    return "\n\n".join([*parts, f"## {Words('答え', 'Answers').of(lang)}", *map(_described, ANSWERS)]) + "\n"


def _described(name: str) -> str:
    """Ask mkdocstrings for what a name stands for; what a graph inherits is its own to those who use it."""
    return f"::: {name}" + ("\n    options:\n      inherited_members: true" if name == "plangraph.Graph" else "")


def _questions(lang: str) -> dict[str, str]:
    """Write the pages of the questions, one a topic."""
    graph = plangraph.load("kawasaki")
    asked: dict[str, dict[str, str]] = tomllib.loads(ASKED.read_text("utf-8"))
    found: dict[str, list[str]] = {}
    for question in graph.library.listed():
        head = [f"# {question.wording.topics[question.topic].of(lang)}\n\n{QUESTIONS_HEAD.of(lang)}\n"]
        parts = found.setdefault(question.topic, head)
        parts.append(_question(graph, question, asked.get(question.name, {}), lang))
    return {topic: "\n".join(parts) for topic, parts in found.items()}


def _question(graph: plangraph.Graph, question: Question, asked: dict[str, str], lang: str) -> str:
    needed = Words("必要", "yes").of(lang)
    parameters = [
        f"| `{each.name}` | {each.words.of(lang)} | {needed if each.required and each.name != GIVEN else ''} |"
        for each in question.parameters
    ]
    columns = [f"| `{each.name}` | {each.heading.words.of(lang)} |" for each in question.columns]
    parts = [f"## {question.summary(lang)} {{#{question.name}}}", question.description(lang)]
    parts.append(f"```sh\nplangraph query {' '.join([question.name, *(f'--{k} {v}' for k, v in asked.items())])}\n```")
    if parameters:
        parts.append(_table(Words("パラメーター | 意味 | 必要か", "parameter | meaning | needed").of(lang), parameters))
    if columns:
        parts.append(_table(Words("列 | 意味", "column | meaning").of(lang), columns))
    parts.append(_example(graph, question, asked, lang))
    return "\n\n".join(part for part in parts if part) + "\n"


def _example(graph: plangraph.Graph, question: Question, asked: dict[str, str], lang: str) -> str:
    names = {each.name for each in question.parameters}
    given = {**asked, **({"lang": lang} if "lang" in names else {})}
    answer = graph.answer_to(question, given, limit=EXAMPLE_ROWS)
    if isinstance(answer, Boolean):
        return f"`{str(bool(answer)).lower()}`"
    if not isinstance(answer, Rows):
        return ""
    if not answer.rows:
        return str(graph.why_empty(question.name, given).of(lang))
    return TABLES["md"].write(graph.reading(answer, question.name, given, lang=lang)).decode().strip()


def _ontology(lang: str) -> str:
    terms = ontology.load()
    said: dict[str, dict[str, list[Triple]]] = defaultdict(lambda: defaultdict(list))
    for triple in terms.triples:
        said[name_of(triple.subject)][triple.predicate.value].append(triple)
    parts = [f"# {Words('オントロジー', 'The ontology').of(lang)}\n", ONTOLOGY_HEAD.of(lang)]
    for sort, words in SORTS.items():
        parts.append(f"## {words.of(lang)}")
        own = sorted(
            iri
            for iri, of in said.items()
            if iri.startswith(PREFIXES["pg"]) and any(name_of(t.object) == sort for t in of[RDF.type])
        )
        parts += [_term(iri, said[iri], lang) for iri in own]
    return "\n\n".join(parts) + "\n"


def _term(iri: str, of: dict[str, list[Triple]], lang: str) -> str:
    name = iri.removeprefix(PREFIXES["pg"])
    parts = [f"### {_text(of[RDFS.label], lang) or name} `pg:{name}` {{#{name}}}", _text(of[DEFINITION], lang)]
    links = {
        Words("上位", "Kind of"): [*of[RDFS.subClassOf], *of[RDFS.subPropertyOf]],
        Words("起点", "From"): of[RDFS.domain],
        Words("終点", "To"): of[RDFS.range],
    }
    for words, triples in links.items():
        names = sorted(_linked(t.object.value) for t in triples if isinstance(t.object, NamedNode))
        if names:
            parts.append(f"{words.of(lang)}: {', '.join(names)}")
    return "\n\n".join(part for part in parts if part)


def _linked(iri: str) -> str:
    own = iri.startswith(PREFIXES["pg"])
    return f"[`{_short(iri)}`](#{iri.removeprefix(PREFIXES['pg'])})" if own else f"`{_short(iri)}`"


def _short(iri: str) -> str:
    """Return a name with a prefix, or the IRI where none fits."""
    prefixes = {**PREFIXES, "pgs": f"{BASE}shapes#"}
    return next(
        (f"{prefix}:{iri.removeprefix(base)}" for prefix, base in prefixes.items() if iri.startswith(base)), iri
    )


def _shapes(lang: str) -> str:
    parts = [f"# {Words('規則', 'The shapes').of(lang)}\n", SHAPES_HEAD.of(lang)]
    for file in sorted((resources.ONTOLOGY / "shapes").glob("*.ttl")):
        rows = [f"| {rule} | {message} |" for rule, message in _rules(file, lang)]
        parts += [
            f"## {file.stem}",
            _table(Words("規則 | 守られていないときの表示", "shape | message").of(lang), rows),
        ]
    return "\n\n".join(parts) + "\n"


def _rules(file: Path, lang: str) -> Iterator[tuple[str, str]]:
    triples = list(read_graph(file.read_text("utf-8"), RdfFormat.TURTLE))
    for triple in triples:
        text = triple.object
        if triple.predicate.value == MESSAGE and isinstance(text, Literal) and text.language == lang:
            subject = name_of(triple.subject)
            yield f"`{_short(subject)}`" if isinstance(triple.subject, NamedNode) else "", _cell(text.value)


def _text(triples: list[Triple], lang: str) -> str:
    texts = (t.object for t in triples if isinstance(t.object, Literal))
    return next((text.value for text in texts if text.language == lang), "")


def _table(head: str, rows: list[str]) -> str:
    return "\n".join([f"| {head} |", "|" + " --- |" * len(head.split(" | ")), *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
