"""The addresses of the server: each said once, with its handler, its parameters and their limits.

Routing, OpenAPI, the links of the pages and the table in ``docs/endpoint.md`` are made from it. A new address is one
more entry.
"""

from __future__ import annotations

from plangraph.server import assistants, openapi
from plangraph.server.http.address import Address
from plangraph.server.http.negotiation import HTML, offered_for
from plangraph.server.http.parameters import Choice, Listing, Number, Parameter, Switch
from plangraph.server.routes import api, linked_data, monitoring, network_page, pages, questions, sparql
from plangraph.server.shared_parameters import LANG, LINKED, PLAN, format_of, thing
from plangraph.store.formats import RDF
from plangraph.words import LANGUAGES, Words

RDF_TYPES = tuple(form.media_type for form in RDF.values())
SPARQL_FORMATS = {**offered_for("SELECT"), **RDF, **HTML}
SPARQL_TYPES = tuple(form.media_type for form in SPARQL_FORMATS.values())
PAGE = (HTML["html"].media_type,)
DEEPEST = 4  # steps around a thing in a network page
LONGEST_PATH = 12  # steps of a path


SPARQL = Address(
    "/sparql",
    sparql.sparql,
    Words(
        "[SPARQL 1.1 Protocol](https://www.w3.org/TR/sparql11-protocol/)。問い合わせのみ。GET、フォームの POST、"
        "`application/sparql-query` の POST。query がなければ"
        "[サービスの説明](https://www.w3.org/TR/sparql11-service-description/)、ブラウザーには問い合わせの画面",
        "the [SPARQL 1.1 Protocol](https://www.w3.org/TR/sparql11-protocol/), queries only: GET, POST of a form, "
        "POST of `application/sparql-query`; without a query, the "
        "[service description](https://www.w3.org/TR/sparql11-service-description/); in a browser, the query editor",
    ),
    (
        Parameter("query", Words("問い合わせ", "the query"), example="ASK { ?s ?p ?o }", longest=65_536),
        Parameter("default-graph-uri", Words("既定のグラフ（繰り返し可）", "a default graph; may be repeated")),
        Parameter("named-graph-uri", Words("名前つきグラフ（繰り返し可）", "a named graph; may be repeated")),
        format_of(SPARQL_FORMATS),
    ),
    SPARQL_TYPES,
    ("GET", "POST"),
    reads_itself=True,
    name=Words("SPARQL", "SPARQL"),
)
QUESTION = Address(
    "/api/queries/{name}",
    questions.question,
    Words(
        "問いの答え。`format=sparql` ならそれが表す問い合わせ、`format=description` なら一覧にある説明",
        "the answer of a question; `format=sparql` gives the query that it stands for, `format=description` what the "
        "list says of it",
    ),
    reads_itself=True,
    is_of_the_api=False,  # each question is described by itself
)
ADDRESSES = (
    SPARQL,
    Address(
        "/api/queries",
        questions.listing,
        Words(
            "問いの一覧。要約、パラメーター、選べる値、列、本文とともに",
            "the questions, with summaries, parameters, choices, columns and text",
        ),
        name=Words("問い", "Questions"),
    ),
    QUESTION,
    Address(
        "/api/trace",
        api.trace,
        Words("二つのものを結ぶすべての道筋", "every path between two things"),
        (
            thing("from", "始まり", "where it starts", "1-1", "start"),
            thing("to", "終わり", "where it ends", "sdg:11", "end"),
            PLAN,
            Number(
                "max_length",
                Words(f"道筋の長さの上限（1 から {LONGEST_PATH}）", f"the longest path, 1 to {LONGEST_PATH}"),
                least=1,
                most=LONGEST_PATH,
                default=10,
            ),
        ),
    ),
    Address(
        "/api/explain",
        api.explain,
        Words("ある事実が成り立つ理由", "why a statement holds"),
        (
            thing("subject", "主語", "the subject", "1-1"),
            thing("predicate", "述語", "the predicate", "pg:coversGoal"),
            thing("object", "目的語", "the object", "sdg:11", "target"),
            PLAN,
        ),
    ),
    Address(
        "/api/network.html",
        network_page.network,
        Words("ネットワークを、保存して送れる一枚のページで", "a network as one page, to save and mail"),
        (
            PLAN,
            thing("around", "中心", "what is in the middle", "1-1", required=False),
            Number(
                "depth",
                Words(f"中心からの段数（0 から {DEEPEST}）", f"steps around it, 0 to {DEEPEST}"),
                most=DEEPEST,
            ),
            Listing("kinds", Words("種類（コンマ区切り）", "kinds, with commas")),
            Listing("relations", Words("関係（コンマ区切り）", "relations, with commas")),
            Parameter("layout", Words("並べ方", "how it is laid out")),
            Switch("inferred", Words("推論を含めるか（true, false）", "with what is inferred: true or false")),
            Switch("suggested", Words("提案を含めるか（true, false）", "with suggestions: true or false")),
            LANG,
        ),
        PAGE,
    ),
    Address(
        "/api/resolve",
        api.resolve,
        Words("コードや名称が指すものの IRI", "the IRI of what goes by a code or a label"),
        (thing("name", "名前", "a name", "1-1"),),
    ),
    Address(
        "/api/near",
        api.near,
        Words(
            "計画の要素のうち、名称の意味が語に近いもの（名称の語による提案。語そのものを含むものは問い `search`）",
            "elements of a plan whose Japanese names are near some words in meaning (suggested by the words of names; "
            "the question `search` finds what holds the words themselves)",
        ),
        (
            Parameter("text", Words("語", "the words"), required=True, example="待機児童", longest=200),
            PLAN,
            Choice("lang", Words("名称の言語", "the language of the names"), choices=LANGUAGES),
        ),
    ),
    Address("/api/info", api.info, Words("構築されているもの", "what the build holds")),
    Address(
        "/api/openapi.json",
        openapi.document,
        Words("これらすべての OpenAPI 3.1 による説明", "all of this as OpenAPI 3.1"),
    ),
    Address(
        "/id",
        linked_data.named,
        Words(
            "国連など、ほかで付けられた IRI のもの: `/id?iri=…`",
            "the thing of an IRI of others, such as the UN's: `/id?iri=…`",
        ),
        (
            Parameter(
                "iri", Words("IRI", "an IRI"), required=True, example="http://metadata.un.org/sdg/11", longest=2000
            ),
            *LINKED,
        ),
        PAGE + RDF_TYPES,
        reads_itself=True,
    ),
    Address(
        "/id/{path:path}",
        linked_data.minted,
        Words("その IRI のもの", "the thing of that IRI"),
        LINKED,
        PAGE + RDF_TYPES,
        reads_itself=True,
    ),
    Address(
        "/ontology",
        linked_data.minted,
        Words("用語", "the terms"),
        LINKED,
        PAGE + RDF_TYPES,
        reads_itself=True,
        name=Words("用語", "Terms"),
    ),
    Address(
        "/ontology/context.jsonld",
        linked_data.context,
        Words("JSON-LD のコンテキスト（名前と接頭辞）", "the context of JSON-LD: its names and prefixes"),
        media=(RDF["jsonld"].media_type,),
    ),
    Address(
        "/ontology/shapes",
        linked_data.shapes,
        Words("事実についての規則（SHACL）", "the rules on facts (SHACL)"),
        LINKED,
        PAGE + RDF_TYPES,
        reads_itself=True,
    ),
    Address(
        "/ontology/{path:path}",
        linked_data.minted,
        Words("その IRI の用語", "the term of that IRI"),
        LINKED,
        PAGE + RDF_TYPES,
        reads_itself=True,
    ),
    Address(
        "/graph/{path:path}",
        linked_data.minted,
        Words("その IRI のグラフ", "the graph of that IRI"),
        LINKED,
        PAGE + RDF_TYPES,
        reads_itself=True,
    ),
    Address(
        "/.well-known/void",
        linked_data.void,
        Words(
            "データセットの目録（DCAT、VoID）。グラフごとのファイルと SPARQL エンドポイントとともに",
            "the datasets in DCAT and VoID, with the file of each graph and the SPARQL endpoint",
        ),
        LINKED,
        PAGE + RDF_TYPES,
        reads_itself=True,
        name=Words("データセット", "Datasets"),
    ),
    Address(
        "/mcp",
        assistants.answer,
        Words(
            "AI アシスタントのための道具。[Model Context Protocol](https://modelcontextprotocol.io)"
            "（Streamable HTTP、セッションなし）による",
            "the tools for assistants, by the [Model Context Protocol](https://modelcontextprotocol.io) "
            "(Streamable HTTP, without sessions)",
        ),
        methods=("GET", "POST", "DELETE"),
        reads_itself=True,
        is_of_the_api=False,
    ),
    Address("/healthz", monitoring.health, Words("サーバーが答えられるか", "whether the server can answer")),
    Address(
        "/metrics",
        monitoring.metrics,
        Words(
            "Prometheus のための数値。プロキシが外に渡す必要はない",
            "the counters for Prometheus; a proxy need not pass them on",
        ),
        media=("text/plain",),
    ),
    Address(
        "/",
        pages.explorer,
        Words("エクスプローラー", "the explorer"),
        media=PAGE,
        reads_itself=True,
        is_of_the_api=False,
    ),
    Address(
        "/embed/{lang}/{path:path}",
        pages.explorer_or_file,
        Words(
            "ほかのページに埋め込めるエクスプローラーの画面（`/embed/ja/…`）",
            "the explorer's views, `/embed/ja/…`, which other pages may embed",
        ),
        media=PAGE,
        reads_itself=True,
        is_of_the_api=False,
    ),
    Address(
        "/{lang}",
        pages.explorer_or_file,
        Words("エクスプローラー（`/ja`、`/en`）とそのファイル", "the explorer, `/ja` and `/en`, and its files"),
        media=PAGE,
        reads_itself=True,
        is_of_the_api=False,
    ),
    Address(
        "/{lang}/{path:path}",
        pages.explorer_or_file,
        Words("エクスプローラーの画面とそのファイル", "the explorer's views, and its files"),
        media=PAGE,
        reads_itself=True,
        is_of_the_api=False,
    ),
)
"""All addresses, in the order in which they are tried."""
