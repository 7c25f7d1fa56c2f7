"""``python -m docs.site [FOLDER]``: the documentation as a site, below ``ja/`` and ``en/``, by MkDocs.

The pages of ``docs/`` are gathered with those that :mod:`docs.reference` makes. A page is ``name.md`` in English and
``name.ja.md`` in Japanese. What a page links to elsewhere in the project goes with the site.
"""

from __future__ import annotations

import logging
import re
import shutil
import sys
from pathlib import Path
from posixpath import normpath, relpath
from typing import Any

from docs.reference import pages
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from plangraph.words import LANGUAGES, Words

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
GATHERED = ROOT / ".plangraph" / "site-pages"
CONFIGURATION = ROOT / "mkdocs.yml"
OTHER_PAGES = {"CHANGELOG.md": "changelog.md", "README.md": "index.md", "README.ja.md": "index.md"}
"""Pages that stand elsewhere in the project, with their names in the site."""
LINK = re.compile(r"(!?\[[^\]]*\]\()(?!https?:|mailto:|#)([^)#\s]+)(#[^)]*)?\)")
LANGUAGE_LINK = re.compile(r"^\[(?:日本語|English)\]\([^)]*\)\n", re.MULTILINE)
NOTE = re.compile(r"\A<!--.*?-->\s*", re.DOTALL)
WIDE = "[、。「」（）・ー々〜ぁ-んァ-ヶ一-龠]"
FENCED = re.compile(r"(^ *```.*?^ *```$)", re.MULTILINE | re.DOTALL)
LINE_END = re.compile(f"(?<={WIDE})\n *(?={WIDE})")
"""The end of a line within a sentence of Japanese, where a browser would set a space."""
BEHIND = dict.fromkeys(("benchmarks.md", "document-coverage.md"), "---\nsearch:\n  boost: 0.2\n---\n")
"""Pages that name nearly everything, with what puts them behind others among what a search finds."""
SECTIONS = {
    section.en: section
    for section in (
        Words("はじめに", "Home"),
        Words("チュートリアル", "Tutorial"),
        Words("使い方", "How-to"),
        Words("リファレンス", "Reference"),
        Words("問い", "Questions"),
        Words("考え方", "Explanation"),
    )
}
"""The sections, as the configuration names them."""


def build(site: Path) -> None:
    """Build the site into a folder.

    Raises
    ------
    mkdocs.exceptions.Abort
        If a link leads nowhere, a page is in no section, or anything else is wrong.
    """
    for lang in LANGUAGES:
        pages_of = GATHERED / lang
        gather(pages_of, lang)
        configuration = load_config(str(CONFIGURATION), docs_dir=str(pages_of), site_dir=str(site / lang), strict=True)
        configuration.theme["language"] = lang
        configuration.nav = _named(configuration.nav or [], lang)
        configuration.plugins.on_startup(command="build", dirty=False)
        build_site(configuration)
    shutil.copy(DOCS / "site_files" / "entrance.html", site / "index.html")


def gather(folder: Path, lang: str) -> None:
    """Write all pages in a language, and the files that they link to, into a new folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    made = {f"{name}.md": text for name, text in pages(lang).items()}
    for name in _written():
        _put(folder / name, BEHIND.get(name, "") + _moved(_source(name, lang), folder))
    for name, text in made.items():
        _put(folder / name, text)
    shutil.copytree(DOCS / "pictures", folder / "pictures")
    for name in ("site.css", "search.js"):
        shutil.copy(DOCS / "site_files" / name, folder)


def _named(nav: list[Any], lang: str) -> list[Any]:
    """Name the sections in a language; a part of the navigation is a page, or a section (or a page) with its name."""
    return [_part(part, lang) for part in nav]


def _part(part: Any, lang: str) -> Any:
    if not isinstance(part, dict):
        return part
    ((name, inner),) = part.items()
    return {SECTIONS[name].of(lang): _named(inner, lang) if isinstance(inner, list) else inner}


def _written() -> list[str]:
    """List the pages that are written by hand or by ``make docs``, by their names in the site."""
    own = {path.name for path in DOCS.glob("*.md") if not path.name.endswith(".ja.md")}
    return sorted({*own, *OTHER_PAGES.values()} - {"questions.md"})


def _source(name: str, lang: str) -> Path:
    elsewhere = next((ROOT / path for path, page in OTHER_PAGES.items() if page == name), DOCS / name)
    path = elsewhere if elsewhere.is_file() and not (DOCS / name).is_file() else DOCS / name
    japanese = path.with_suffix(".ja.md")
    return japanese if lang == "ja" and japanese.is_file() else path


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _moved(source: Path, folder: Path) -> str:
    """Return the text of a page with its links as they are in the site, and put what it links to beside it."""
    here = source.parent.relative_to(ROOT).as_posix()

    def link(found: re.Match[str]) -> str:
        before, address, anchor = found[1], found[2], found[3] or ""
        return f"{before}{_address(normpath(f'{here}/{address}'), folder)}{anchor})"

    text = LANGUAGE_LINK.sub("", LINK.sub(link, NOTE.sub("", source.read_text("utf-8"))))
    return joined(text)


def joined(text: str) -> str:
    """Join the lines of Japanese sentences, between which a browser would set a space; programs stay as they are."""
    return "".join(part if FENCED.fullmatch(part) else LINE_END.sub("", part) for part in FENCED.split(text))


def _address(path: str, folder: Path) -> str:
    """Return the address in the site of a file of the project."""
    if path in OTHER_PAGES:
        return OTHER_PAGES[path]
    if path == "docs/questions.md":
        return "questions-plans.md"
    if path.startswith("docs/"):
        return relpath(path, "docs").replace(".ja.md", ".md")
    source, copy = ROOT / path, folder / "files" / path
    if source.is_dir():
        shutil.copytree(source, copy, dirs_exist_ok=True)
        return f"files/{path}/{min(file.name for file in source.iterdir() if file.is_file())}"
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy = copy.with_suffix(".txt") if copy.suffix in {".md", ""} else copy
    shutil.copy(source, copy)
    return f"files/{copy.relative_to(folder / 'files').as_posix()}"


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
