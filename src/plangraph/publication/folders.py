"""Where things stand in a published site.

::

    index.html, ja/, en/            the explorer, and ja/<view>/, en/<view>/
    id/<path>/                      a thing at the path of its IRI, with data.ttl and data.jsonld
    ja/thing/<path>/, en/thing/…    its page in each language
    graph/<path>/, ontology/        whole graphs and the terms
    tables/                         answers as workbooks and CSV
    data/                           what the explorer reads
"""

from __future__ import annotations

import re
from posixpath import relpath
from urllib.parse import quote, unquote

from plangraph.iris import graph_stem
from plangraph.namespaces import BASE, ONTOLOGY, PREFIXES, THINGS
from plangraph.publication.agreed import COLON, DATA
from plangraph.server.html.thing_addresses import WEB, Places
from plangraph.server.workers.description import is_collection

SDG = PREFIXES["sdg"]
NO_NAME = re.compile(r"[\x00-\x1f<>:\"|?*\\/]|[. ]$|^$|^\.\.?$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
SEGMENT = "!$&'()*+,;=@~"


def path_of(iri: str) -> str | None:
    """Return the path of a thing below ``id/``, or None if no file system could hold it.

    A thing of ours has the path of its IRI, and a goal or target of the UN that of its prefixed name.
    """
    if iri.startswith(THINGS):
        names = [unquote(segment) for segment in iri.removeprefix(THINGS).split("/")]
    elif iri.startswith(SDG) and "/" not in iri.removeprefix(SDG):
        names = [f"sdg:{iri.removeprefix(SDG)}"]
    else:
        return None
    names = [name.replace(":", COLON) for name in names]
    return None if any(NO_NAME.search(name) for name in names) else "/".join(names)


def folder_of(iri: str, *, lang: str = "") -> str | None:
    """Return the folder of a thing, a graph or the terms in the site, or None if it has none.

    Parameters
    ----------
    iri : str
        The thing.
    lang : str
        The language of the page that is meant; without one, the place that all languages share.
    """
    if is_collection(iri):
        return iri.removeprefix(BASE) if not NO_NAME.search(iri.rpartition("/")[2]) else None
    path = path_of(iri)
    return path and (f"{lang}/thing/{path}" if lang else f"id/{path}")


def graph_file(iri: str) -> str:
    """Return the file of a whole graph, N-Triples in gzip; the terms are one."""
    return f"data/graphs/{graph_stem(iri)}.nt.gz"


class Published(Places):
    """Where things are told of, as seen from a page of the site.

    Parameters
    ----------
    there : collection of str
        The things (IRIs) that have a page.
    folder : str
        The folder of the page from which it is seen.
    lang : str
        The language of the page.
    """

    def __init__(self, there: frozenset[str], folder: str, lang: str) -> None:
        super().__init__()
        self._there, self._folder, self._lang = there, folder, lang

    def of(self, iri: str) -> str:
        """Return the address of a thing's page, of a term among others, or of what is told elsewhere; or nothing."""
        if iri.startswith(f"{ONTOLOGY}#"):
            return f"{self.to('ontology')}#{iri.partition('#')[2]}"
        if iri in self._there:
            return self.to(folder_of(iri, lang=self._lang) or "")
        return iri if iri.startswith(WEB) and not iri.startswith(BASE) else ""

    def meaning(self, iri: str) -> str:
        """Return the address of a term of ours; of those of others, thousands of pages would lead out of the site."""
        return self.of(iri) if iri.startswith(BASE) else ""

    def alone(self, iri: str) -> str:
        """Return the address where a term is told of, which is among the others."""
        return self.of(iri)

    def question(self, name: str, lang: str) -> str:
        """Return the address where a question is asked."""
        return f"{self.to(f'{lang}/query')}?rest={name}"

    def data(self, iri: str) -> dict[str, str]:
        """Return the addresses of what is said of a thing as data, by format."""
        if is_collection(iri):
            return {"ntriples": f"{root_of(self._folder)}/{graph_file(iri)}"}
        place = self.to(folder_of(iri) or "")
        return {form: place + name for form, name in DATA.items()}

    def to(self, folder: str) -> str:
        """Return the address of a folder of the site."""
        return quote(relpath(folder or ".", self._folder or "."), safe=f"/{SEGMENT}") + "/"


def root_of(folder: str) -> str:
    """Return the address of the site's root from one of its folders, with no slash at its end: ``../..``, or ``.``."""
    return "/".join([".."] * len(folder.split("/"))) if folder else "."
