"""The pages of things: each thing in each language, without script, and what is said of it as data beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.namespaces import ONTOLOGY, PG, RDFS, THINGS
from plangraph.pages import render
from plangraph.publication import changes_feed
from plangraph.publication.agreed import DATA
from plangraph.publication.folders import Published, folder_of, path_of, root_of
from plangraph.server.html.facts import tables_of, told
from plangraph.server.html.frame import Page, alone, within
from plangraph.server.http import middleware
from plangraph.store.embedded import Memory
from plangraph.store.formats import RDF
from plangraph.store.terms import NamedNode, Quad, name_of
from plangraph.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plangraph.graph import Graph
    from plangraph.publication.start import Start
    from plangraph.server.html.facts import Tables
    from plangraph.store.engine import Engine

POLICY = middleware.POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'").replace(
    "; frame-ancestors 'none'", ""
)
"""What a page may do. In a page, ``frame-ancestors`` means nothing (CSP 3, section 3.3)."""
HEAD = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
ENGINE = '<meta name="plangraph-engine" content="files">'
"""What tells the explorer that it is published."""
CHARSET = '<meta charset="utf-8" />'
STYLE = "plain.css"
OPTIONAL = re.compile(rb"</t[dhr]>\n?|</body>\s*</html>|</?head>|<body>|(?<=\n)\n+")
"""Tags that HTML does without (HTML Living Standard, section 13.1.2.4), and empty lines."""


@dataclass(frozen=True)
class Pages:
    """The pages of a site.

    Attributes
    ----------
    graph : Graph
        What is published.
    index : str
        The page of the explorer.
    start : Start
        The same for pages of things, and the script that it names.
    navigation : mapping
        For each language, the names of the places that all pages lead to, by their folders.
    """

    graph: Graph
    index: str
    start: Start
    navigation: Mapping[str, Mapping[str, str]]

    @cached_property
    def by_subject(self) -> dict[str, list[Quad]]:
        """What is said of each thing (IRI) by itself."""
        found: dict[str, list[Quad]] = defaultdict(list)
        for quad in self.graph.engine.quads():
            if isinstance(quad.subject, NamedNode):
                found[quad.subject.value].append(quad)
        return found

    def by_graph(self, iri: str) -> list[Quad]:
        """Return what one graph (IRI) says."""
        quads = self.graph.engine.quads()
        return [quad for quad in quads if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value == iri]

    @cached_property
    def stated(self) -> Engine:
        """What is stated and not inferred, which is what the page of a thing tells."""
        quads = self.graph.engine.quads()
        return Memory.of(
            Quad(*quad.triple) for quad in quads if not iris.is_derived(getattr(quad.graph_name, "value", ""))
        )

    @cached_property
    def things(self) -> tuple[str, ...]:
        """The things that have a page: those that have a name, in the order of their IRIs."""
        named = (
            iri
            for iri, said in self.by_subject.items()
            if path_of(iri) and any(quad.predicate.value == RDFS.label for quad in said)
        )
        return tuple(sorted(named))

    @cached_property
    def there(self) -> frozenset[str]:
        """All that have a page: things, whole graphs, the terms."""
        return frozenset((*self.things, *self.graph.manifest.graphs, ONTOLOGY))

    def of_thing(self, iri: str) -> Iterator[tuple[str, bytes]]:
        """Write the pages of a thing and its data, by their paths in the site."""
        own = folder_of(iri)
        titles = {}
        for lang in LANGUAGES:
            folder = folder_of(iri, lang=lang) or ""
            places = Published(self.there, folder, lang)
            said = told(self.stated, iri, lang, places, self._tables(iri, lang))
            titles[lang] = said["title"]
            page = self.page(folder, lang, said, {each: folder_of(iri, lang=each) or "" for each in LANGUAGES}, iri)
            yield f"{folder}/index.html", OPTIONAL.sub(b"", self.scripted(page, self.start.page))
        places = Published(self.there, own or "", "ja")
        landing = render(
            "publication/landing.html",
            titles=titles,
            base=root_of(own or ""),
            pages={lang: places.to(folder_of(iri, lang=lang) or "") for lang in LANGUAGES},
            data={RDF[form].media_type: name for form, name in DATA.items()},
        )
        yield f"{own}/index.html", landing.encode()
        triples = sorted({quad.triple for quad in self.by_subject[iri]}, key=str)
        for form, name in DATA.items():
            yield f"{own}/{name}", RDF[form].write(triples, base=THINGS)

    def _tables(self, iri: str, lang: str) -> Tables:
        """Return what is measured of a thing and how it was judged; of most things, nothing is asked for that."""
        return tables_of(self.graph, iri, lang) if iri in self._measured else {}

    @cached_property
    def _measured(self) -> frozenset[str]:
        """The things (IRIs) that figures or evaluations are about."""
        quads = self.graph.engine.quads()
        return frozenset(name_of(quad.object) for quad in quads if quad.predicate.value in {PG.about, PG.evaluates})

    def of_graph(self, iri: str) -> Iterator[tuple[str, bytes]]:
        """Write the pages of a whole graph, or of the terms."""
        for lang in LANGUAGES:
            folder = folder_of(iri, lang="") or ""
            own = folder if lang == LANGUAGES[0] else f"{folder}/{lang}"
            said = told(self.graph.engine, iri, lang, Published(self.there, own, lang))
            folders = {each: folder if each == LANGUAGES[0] else f"{folder}/{each}" for each in LANGUAGES}
            yield f"{own}/index.html", alone(self.page(own, lang, said, folders, iri)).encode()

    def page(
        self, folder: str, lang: str, said: Mapping[str, str], languages: Mapping[str, str], iri: str = ""
    ) -> Page:
        """Make a page in a folder, with what all pages have."""
        places = Published(self.there, folder, lang)
        data = {RDF[form].media_type: address for form, address in places.data(iri).items()} if iri else {}
        return Page(
            **said,
            lang=lang,
            address=places.to(folder),
            base=root_of(folder),
            languages={each: places.to(where) for each, where in languages.items()},
            data=data or {changes_feed.MEDIA: f"{root_of(folder)}/{lang}/{changes_feed.FILE}"},
            navigation={places.to(where): name for where, name in self.navigation[lang].items()},
        )

    def scripted(self, page: Page, index: str = "") -> bytes:
        """Write a page that the explorer takes over where it can run, into the explorer's own or a shorter one."""
        text = within(index or self.index, page, f'<link rel="stylesheet" href="{page.base}/{STYLE}">')
        return text.replace(CHARSET, CHARSET + HEAD, 1).encode()
