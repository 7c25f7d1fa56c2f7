"""A whole site, made of a build and written into a folder."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from plangraph.build import layout
from plangraph.build.catalogue import CATALOGUE
from plangraph.build.contents import contents
from plangraph.errors import PublicationError
from plangraph.namespaces import ONTOLOGY
from plangraph.opening import open_build
from plangraph.pages import packaged, render
from plangraph.publication import asked, changes_feed, downloads, question_files, start
from plangraph.publication.agreed import DATA
from plangraph.publication.destination import read_record, write_site
from plangraph.publication.folders import Published, graph_file
from plangraph.publication.thing_pages import CHARSET, ENGINE, STYLE, Pages
from plangraph.reasoning.followed import explaining
from plangraph.server.html.frame import FIRST_VIEW, NAME, alone, plain_style
from plangraph.server.http.static_files import BUILT, STATIC, views_in
from plangraph.server.routes.pages import ABOUT, WITHOUT
from plangraph.store import jsonld
from plangraph.store.formats import RDF
from plangraph.version import __version__
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from plangraph.graph import Graph
    from plangraph.publication.destination import Written

INDEX = "index.html"
ABOUT_SITE = "data/site.json.gz"
ANSWER = "data/answers/{}.json.gz"
ANSWERS = "assets/published-*.js"  # as Vite names what answers the explorer in place of a server
LEVEL = 9  # of gzip: the smallest
KEPT = re.compile(r"index\.html$|assets/|data/|[a-z]+\.(?:js|css|svg)$")
"""What the explorer needs without a connection."""
WORTH_PACKING = 1400  # bytes, about what fits into one packet
PACKED = (".js", ".css", ".svg")
NAVIGATION = {
    "overview": Words("画面", "Explorer"),
    "query": Words("問い", "Questions"),
}
TERMS, FILES = Words("用語", "Terms"), Words("データと表", "Data and tables")
STAGES = {
    "answers": Words("画面の問いに答えています", "answering the questions of the views"),
    "pages": Words("ページを書いています", "writing the pages"),
    "files": Words("表とグラフを書いています", "writing tables and graphs"),
    "writing": Words("フォルダーに置いています", "putting all into the folder"),
}


def publish(store: Path, folder: Path, report: Callable[[Words], None] = lambda _: None, *, url: str = "") -> Written:
    """Publish a build as a static site.

    Parameters
    ----------
    store : Path
        The folder that was built into.
    folder : Path
        The folder of the site: a new or empty one, or one that was published into before.
    report : callable
        Told of each stage as it begins.
    url : str
        Where the site will stand, for its feeds and its map; without it there is no map, for that names whole
        addresses.

    Returns
    -------
    Written
        What was written, left and removed.

    Raises
    ------
    PublicationError
        If the folder holds files of others, or the explorer has not been built.
    StoreError
        If nothing was built, or what was built is damaged.
    """
    build = layout.current(store)
    read_record(folder)
    if not (STATIC / INDEX).is_file():
        raise PublicationError(Words("画面が組み立てられていません（make）", "the explorer has not been built (make)"))
    graph = open_build(build, in_memory=True)
    folder.mkdir(parents=True, exist_ok=True)  # before the work, not after it: it may be nowhere to write
    site = _Site(graph, build)
    report(STAGES["answers"])
    site.add_answers()
    report(STAGES["files"])
    site.add_downloads()
    report(STAGES["pages"])
    site.add_explorer()
    site.add_pages()
    site.add_feeds(changes_feed.build_before(store), url)
    site.pack()
    site.add_service_worker()
    if url:
        site.add_sitemap(url)
    report(STAGES["writing"])
    about = {"plangraph": __version__, "build": graph.manifest.identity, "datasets": graph.manifest.datasets}
    return write_site(folder, site.files, about)


class _Site:
    """The files of a site as they come together."""

    def __init__(self, graph: Graph, build: Path) -> None:
        self.graph, self._build = graph, build
        self.files: dict[str, bytes] = {}
        self._about: dict[str, Any] = {}
        index, theme = ((STATIC / name).read_text("utf-8") for name in (INDEX, "theme.js"))
        index = index.replace(CHARSET, CHARSET + ENGINE, 1)
        index = start.fetching(
            index, ABOUT_SITE, *sorted(path.relative_to(STATIC).as_posix() for path in STATIC.glob(ANSWERS))
        )
        self._built = json.loads((STATIC / BUILT).read_text("utf-8"))
        navigation = {lang: self._navigation(lang) for lang in LANGUAGES}
        self._pages = Pages(graph, index, start.shortened(index, theme), navigation)

    def add_answers(self) -> None:
        """Add what the explorer asks: answers, questions, and what there is."""
        questions = self.graph.library.by_name()
        answers, index = asked.answer_files(self.graph, asked.uses(self.graph))
        self.files |= {ANSWER.format(name): _packed(body) for name, body in answers.items()}
        self._about["answers"] = index
        self._json("data/questions.json.gz", question_files.descriptions(self.graph, questions))
        self._json("data/cuts.json.gz", question_files.cuts(self.graph, questions))
        self._json("data/explaining.json.gz", explaining(self.graph))
        manifest = self.graph.manifest
        names = ("identity", "plan", "datasets", "counts", "graphs")
        self._json("data/info.json.gz", {"version": __version__, **{name: getattr(manifest, name) for name in names}})

    def add_downloads(self) -> None:
        """Add the graphs, and the tables that answer the questions which can be asked of the plan."""
        with (self._build / layout.NQUADS).open("rb") as lines:
            found = contents(lines)
        graphs = {name: graph_file(name) for name in sorted(found)}
        for name, file in graphs.items():
            lines_of = sorted(line.removesuffix(f" <{name}> .\n".encode()) + b" .\n" for line in found[name])
            self.files[file] = _packed(b"".join(lines_of))
        self._about["graphs"] = graphs
        self.files["ontology/context.jsonld"] = jsonld.FILE.read_bytes()
        tables = downloads.tables(self.graph)
        self.files |= {name: body for table in tables for name, body in table.files.items()}
        self._about["tables"] = downloads.index(tables)
        for lang in LANGUAGES:
            folder = downloads.FOLDER if lang == LANGUAGES[0] else f"{downloads.FOLDER}/{lang}"
            languages = {
                each: downloads.FOLDER if each == LANGUAGES[0] else f"{downloads.FOLDER}/{each}" for each in LANGUAGES
            }
            said = downloads.told(self.graph, tables, folder, lang)
            self.files[f"{folder}/{INDEX}"] = alone(self._pages.page(folder, lang, said, languages)).encode()
        catalogue = [quad.triple for quad in self._pages.by_graph(CATALOGUE)]
        for form in DATA:
            self.files[f"catalogue{RDF[form].suffix}"] = RDF[form].write(sorted(catalogue, key=str))

    def add_explorer(self) -> None:
        """Add the explorer's files, and a page for each of its views."""
        for path in sorted(STATIC.rglob("*")):
            name = path.relative_to(STATIC).as_posix()
            if path.suffix == ".wasm":
                self.files[f"{name}.gz"] = _packed(path.read_bytes())
            elif path.is_file() and path.suffix != ".sha256" and name not in {INDEX, BUILT}:
                self.files[name] = path.read_bytes()
        self.files[STYLE] = (packaged("pages/tokens.css") + plain_style()).encode()
        self.files |= {name: packaged(f"publication/{name}").encode() for name in ("open.js", start.USUAL)}
        self.files[start.FILE] = self._pages.start.script.encode()
        self._explorer("", "ja", FIRST_VIEW, {lang: f"{lang}/{FIRST_VIEW}" for lang in LANGUAGES})
        for lang in LANGUAGES:
            self._explorer(lang, lang, FIRST_VIEW, {each: each for each in LANGUAGES})
            for view in views_in((STATIC / BUILT).read_bytes()):
                self._explorer(f"{lang}/{view}", lang, view, {each: f"{each}/{view}" for each in LANGUAGES})

    def add_pages(self) -> None:
        """Add the pages of things and graphs, and what the explorer has to know of the site."""
        for iri in self._pages.things:
            self.files |= dict(self._pages.of_thing(iri))
        for iri in (*self.graph.manifest.graphs, ONTOLOGY):
            self.files |= dict(self._pages.of_graph(iri))
        manifest = self.graph.manifest
        cities = {
            plan: next((key for key in manifest.datasets if f"/id/{key}/" in plan), "") for plan in manifest.scopes
        }
        about = {"plan": manifest.plan, "scopes": manifest.scopes, "cities": cities}
        self._json(ABOUT_SITE, {**about, **self._about})

    def add_feeds(self, before: Graph | None, url: str) -> None:
        """Add what has changed since the build before, as a feed in each language."""
        for lang in LANGUAGES:
            places = Published(self._pages.there, lang, lang)
            address = f"{url.rstrip('/')}/{lang}/" if url else ""
            self.files[f"{lang}/{changes_feed.FILE}"] = changes_feed.feed(before, self.graph, places, lang, address)

    def pack(self) -> None:
        """Put beside each file of text that many ask for the same in gzip, for servers that look for one."""
        worth = [name for name, body in self.files.items() if name.endswith(PACKED) and len(body) > WORTH_PACKING]
        self.files |= {f"{name}.gz": _packed(self.files[name]) for name in worth}

    def add_service_worker(self) -> None:
        """Add the script that keeps the site for readers without a connection, with all that the explorer needs."""
        kept = [name for name in self.files if KEPT.match(name) and not _is_beside(name, self.files)]
        version = hashlib.sha256(
            "".join(sorted(hashlib.sha256(name.encode() + self.files[name]).hexdigest() for name in kept)).encode()
        ).hexdigest()
        script = str(packaged("publication/service_worker.js"))
        told = json.dumps({"version": version[:16], "files": sorted(kept)}, separators=(",", ":"))
        self.files["service-worker.js"] = script.replace("{}", told, 1).encode()

    def add_sitemap(self, url: str) -> None:
        """Add a map of all pages (sitemaps.org), which names whole addresses."""
        pages = sorted(
            name.removesuffix(INDEX) for name in self.files if name.endswith(f"/{INDEX}") and not name.startswith("id/")
        )
        addresses = [f"{url.rstrip('/')}/{quote(page)}" for page in pages]
        self.files["sitemap.xml"] = render("publication/sitemap.xml", addresses=addresses).encode()

    def _explorer(self, folder: str, lang: str, view: str, languages: dict[str, str]) -> None:
        title, description = NAME.of(lang), ABOUT.of(lang)
        main = render(
            "server/html/entrance.html", title=title, description=description, text=WITHOUT.of(lang), addresses=[]
        )
        page = self._pages.page(folder, lang, {"title": title, "description": description, "main": main}, languages)
        answers, plan = self._about["answers"], self.graph.manifest.plan
        certain, usual = asked.at_once(answers), asked.of_plan(answers, view, plan, lang)
        files = (*start.of_view(self._built, view), *(ANSWER.format(name) for name in certain))
        index = start.fetching(self._pages.index, *files)
        index = start.usually_fetching(index, *(ANSWER.format(name) for name in usual))
        self.files[f"{folder}/{INDEX}".lstrip("/")] = self._pages.scripted(page, index)

    def _navigation(self, lang: str) -> dict[str, str]:
        views = {f"{lang}/{view}": name.of(lang) for view, name in NAVIGATION.items()}
        files = downloads.FOLDER if lang == LANGUAGES[0] else f"{downloads.FOLDER}/{lang}"
        return {**views, "ontology": TERMS.of(lang), files: FILES.of(lang)}

    def _json(self, name: str, content: object) -> None:
        self.files[name] = _packed(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, LEVEL, mtime=0)


def _is_beside(name: str, files: Mapping[str, bytes]) -> bool:
    return name.endswith(".gz") and name.removesuffix(".gz") in files
