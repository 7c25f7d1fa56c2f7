"""``plangraph suggest``: propose links for review, and take back what is accepted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, language, said, speech_option
from plangraph.cli.options import open_store, out_option, plan_option, store_option
from plangraph.cli.output import put
from plangraph.cli.written_files import tell_written
from plangraph.namespaces import PG
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.graph import Graph
    from plangraph.suggestions.corpus import Corpus, Element
    from plangraph.suggestions.suggesting import Suggestion
    from plangraph.tables.row import Row

PREFIX = "pg:"
LEAST_IN_DOCUMENT = 0.3  # score, from 0 to 1
ONLY_BY_LINKS = Words(
    "結びつく先に計画の言語の名称がないため、名称では比べず、すでにある関連の文だけと比べました",
    "what links may lead to has no names in the language of the plan: compared with links that stand, not with names",
)


def _relations() -> list[str]:
    """Return the relations of which links can be suggested: the choices of the question that asks for their ends."""
    from plangraph.queries import Library

    parameters = Library().find("suggestion-objects").parameters
    return [choice.removeprefix(PREFIX) for each in parameters if each.name == "relation" for choice in each.choices]


@click.command(
    help=japanese("""
計画の要素の名称から、SDGs のターゲットや戦略・課題・分野別計画・次の計画の要素との関連を提案します。

提案ごとに、その根拠となった語を添えます。採否は人が決めます。
表（.xlsx または .csv）の採用か不採用の列に○を記し、採るものには理由を書いて、取り込みます。

--document は、PDF や .txt の本文が、どの要素・ゴール・ターゲットを述べているかを、段落ごとに提案します。

plangraph suggest -o review.xlsx
plangraph suggest --relation advances -o review.xlsx
plangraph suggest --document ward-plan.pdf --about plan:ward -o review.xlsx
plangraph suggest --apply review.xlsx -o data/CITY/links/reviewed.csv
""")
)
@click.option(
    "--relation",
    type=click.Choice(_relations()),
    default="contributesToTarget",
    show_default=True,
    help=said(
        "どの関連を提案するか（SDGs、戦略、課題、主な取組、詳細を定める計画、次の計画）",
        "Links of which relation: to SDG targets, strategies, challenges, themes, plans with details, the next plan.",
    ),
)
@click.option(
    "--element",
    help=said("この要素だけ（コード・名称・IRI）", "Only for this element (code, label or IRI)."),
)
@click.option(
    "--tier",
    help=said(
        "どの層の要素についてか（市の言葉で）。既定は、事業をまとめる層",
        "For the elements of which tier, in the city's own word.  [default: the one that groups its projects]",
    ),
)
@click.option(
    "--document",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=said(
        "本文（PDF または .txt）の述べるものを提案する", "Propose what the text of a file speaks of (PDF or .txt)."
    ),
)
@click.option(
    "--about",
    default="",
    help=said(
        "--document が表の何に当たるか（plan:ward、source:report など）。既定は、ファイル名をキーとする出典",
        "What the --document is in the tables, such as plan:ward or source:report."
        "  [default: a source whose key is the name of the file]",
    ),
)
@click.option(
    "--most",
    type=click.IntRange(1, 20),
    default=3,
    show_default=True,
    help=said("一つについて提案する数の上限", "The most proposals for each element or passage."),
)
@click.option(
    "--least-score",
    type=click.FloatRange(0, 1),
    help=said(
        "提案する強さの下限（既定は 0、--document では 0.3）", "The least score.  [default: 0; with --document 0.3]"
    ),
)
@click.option(
    "--known",
    is_flag=True,
    help=said("すでにある関連も提案する", "Also propose links that already exist."),
)
@click.option(
    "--apply",
    "reviewed",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=said(
        "採否を記した表（.xlsx か .csv）。採った行を関連の表の行にします",
        "A reviewed table (.xlsx or .csv), whose accepted rows become rows of the table of links.",
    ),
)
@plan_option
@speech_option
@out_option
@store_option
def command(
    relation: str,
    element: str | None,
    tier: str | None,
    document: Path | None,
    about: str,
    most: int,
    least_score: float | None,
    known: bool,
    reviewed: Path | None,
    plan: str | None,
    out: Path | None,
    store: Path | str | None,
) -> None:
    """Propose links of a plan's elements from their names: to SDG targets, strategies, challenges and more.

    Each proposal names the words that count. Mark it as accepted or rejected in the table (.xlsx or .csv), write a
    reason for what you accept, and give the table to --apply. With --document, propose what each passage of a text
    speaks of:

    \b
    plangraph suggest -o review.xlsx
    plangraph suggest --relation advances -o review.xlsx
    plangraph suggest --document ward-plan.pdf --about plan:ward -o review.xlsx
    plangraph suggest --apply review.xlsx -o data/CITY/links/reviewed.csv
    """
    from plangraph.iris import key_in
    from plangraph.suggestions.corpus import read_corpus
    from plangraph.suggestions.review import review_rows
    from plangraph.suggestions.review_row import ReviewRow

    graph = open_store(store, in_memory=True)
    if reviewed:
        _apply(graph, reviewed, out)
        return
    of_plan = graph.resolve(plan, sort=PG.Plan) if plan else graph.manifest.plan
    corpus = read_corpus(graph.query, of_plan, relation)
    if corpus.candidates and not corpus.shares_a_language:
        click.echo(ONLY_BY_LINKS.of(language()), err=True)
    if document:
        least = LEAST_IN_DOCUMENT if least_score is None else least_score
        rows = _of_document(document, about or _as_source(document), corpus, key_in(of_plan), most, least)
    else:
        found = _suggestions(_chosen(graph, corpus, of_plan, element, tier), corpus, most, known)
        rows = list(review_rows((s for s in found if s.score >= (least_score or 0)), key_in(of_plan)))
    _write(ReviewRow, rows, out)


def _apply(graph: Graph, reviewed: Path, out: Path | None) -> None:
    from plangraph.suggestions.review import apply_review
    from plangraph.tables.link_rows import LinkRow

    codes = [row["code"] for name in ("coverage-targets", "coverage-goals") for row in graph.query(name).to_dicts()]
    accepted, others = apply_review(reviewed, frozenset(codes))
    _write(LinkRow, accepted, out)
    click.echo(
        said(
            f"{len(accepted)} 件を Assumed として採り、却下または未定の {others} 件を除きました",
            f"{len(accepted)} accepted as Assumed, {others} rejected or undecided left out",
        ),
        err=True,
    )


def _of_document(
    path: Path, about: str, corpus: Corpus, plan: str, most: int, least_score: float
) -> list[dict[str, str]]:
    from plangraph.intake.from_text.text_forms import TextForms
    from plangraph.intake.from_text.text_pages import read_pages
    from plangraph.intake.heading_words import Vocabulary
    from plangraph.suggestions.document import mention_rows, mentions

    if not about.startswith(("plan:", "source:")):
        raise click.UsageError(
            said(
                "--about は plan:キー か source:キー です。文書が表の何に当たるかを示します",
                "--about is plan:KEY or source:KEY, which says what the document is in the tables",
            )
        )
    forms = TextForms.load(Vocabulary.load(()))
    found = mentions(read_pages(path, forms), forms, corpus, most=most, least_score=least_score)
    return list(mention_rows(found, about, plan))


def _as_source(document: Path) -> str:
    """Return a document as a source with the name of its file, and say that the tables are to have it."""
    name = "source:" + re.sub(r"[^\w・-]+|_", "-", document.stem).strip("-")
    click.echo(
        said(
            f"文書は {name} としました。表 sources にこのキーの行を書くか、"
            "--about で plan:キー か source:キー を示してください",
            f"the document is taken as {name}: write a row with this key into the table sources,"
            " or say plan:KEY or source:KEY by --about",
        ),
        err=True,
    )
    return name


def _suggestions(chosen: Sequence[Element], corpus: Corpus, most: int, known: bool) -> list[Suggestion]:
    from plangraph.suggestions.suggesting import suggest

    found: list[Suggestion] = []
    for one in chosen:
        tied = set() if known else {link.candidate for link in corpus.known if link.element in {one.iri, *one.parts}}
        ranked = suggest(corpus, one, most + len(tied))
        found += [each for each in ranked if each.candidate.iri not in tied][:most]
    return found


def _chosen(graph: Graph, corpus: Corpus, plan: str, element: str | None, tier: str | None) -> list[Element]:
    from plangraph.errors import UnknownThing

    if element is not None:
        iri = graph.resolve(element, plan, PG.PlanElement)
        chosen = [one for one in corpus.elements if one.iri == iri]
        if not chosen:
            raise UnknownThing(
                Words(f"「{element}」はこの計画の要素ではありません", f"'{element}' is no element of this plan")
            )
        return chosen
    if tier is None:
        return [one for one in corpus.elements if one.grouping] or list(corpus.elements)  # a plan may have one tier
    iri = graph.resolve(tier, plan, PG.Tier)
    return [one for one in corpus.elements if one.tier == iri]


def _write(model: type[Row], rows: list[dict[str, str]], out: Path | None) -> None:
    from plangraph.suggestions.review import as_csv, write_workbook

    if out and out.suffix.lower() == ".xlsx":
        write_workbook(model, rows, out, language())
        tell_written(out)
    else:
        text = as_csv(model, rows)
        put(text.encode("utf-8-sig") if out else text, out)
