"""A draft of a dataset from the text of a plan, for a person to review."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from plangraph import resources
from plangraph.dataset_files.content import Content
from plangraph.errors import Problem, SheetError
from plangraph.intake.from_text.numbered_only import said_of_numbers
from plangraph.intake.from_text.text_account import TextAccount
from plangraph.intake.from_text.text_forms import fold
from plangraph.intake.from_text.text_headings import read_headings
from plangraph.intake.from_text.text_mentions import plan_mentions, sdg_mentions
from plangraph.intake.from_text.text_schedule import read_period, read_schedule
from plangraph.intake.municipality_names import municipality_in
from plangraph.intake.offices import key_of
from plangraph.tables import read_sdgs
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plangraph.intake.from_text.text_elements import Headings, TextElement
    from plangraph.intake.from_text.text_forms import TextForms
    from plangraph.intake.from_text.text_mentions import Mention
    from plangraph.intake.from_text.text_pages import TextPages

PLAN, SOURCE = "plan", "document"
LONGEST_TITLE = 60  # letters
NOTHING = Words(
    "計画の要素になる番号付きの見出し（施策1-1 など）が見つかりません。見出しの形を --forms のファイルに書き足せます"
    "（書き方は text_forms.toml）",
    "has no numbered headings that are elements of a plan, such as 施策1-1: forms of headings can be added in a file "
    "for --forms, as in text_forms.toml",
)
LEFT = {
    "contents": Words("目次の行", "lines of the table of contents"),
    "page number": Words("ページ番号", "page numbers"),
    "running head": Words("柱（各ページの同じ行）", "running heads"),
}


def draft_from_text(pages: TextPages, forms: TextForms, key: str = "", city: str = "") -> tuple[Content, TextAccount]:
    """Draft a dataset from the text of a plan.

    Parameters
    ----------
    pages : TextPages
        The text.
    forms : TextForms
        The forms of headings and mentions.
    key, city : str
        The city's key and name, where a person has said them.

    Returns
    -------
    (Content, TextAccount)
        The dataset, and what became of the text. What is only mentioned is a ``Suggested`` link.

    Raises
    ------
    SheetError
        If the text has no heading that is an element.
    """
    return _Draft(pages, forms, key, city).content()


class _Draft:
    def __init__(self, pages: TextPages, forms: TextForms, key: str, city: str) -> None:
        self.pages, self.forms, self.lines = pages, forms, pages.lines
        self.account = TextAccount(left=[(LEFT[why], count) for why, count in pages.left.items()])
        self.title = _title(pages)
        self.city = city or municipality_in([self.title])
        self.key = key or "city"
        self.headings: Headings = read_headings(self.lines, forms, pages.name)

    def content(self) -> tuple[Content, TextAccount]:
        """Return the dataset and the account."""
        elements = self.headings.elements
        if not elements:
            raise SheetError([Problem.of_file(self.pages.name, NOTHING.then(said_of_numbers(self.lines)))])
        sdg_links, mentioned = list(self._sdg_links()), self._plans()
        period = read_period(self.lines, self.forms, self.headings)
        tables: dict[str, list[dict[str, str]]] = {
            "sources": list(self._sources()),
            "organizations": [_row(key="city", kind="Municipality", label_ja=self.city or self.key)],
            "plans": [
                _row(
                    key=PLAN,
                    kind=next((k.kind for k in self.forms.file.kinds if k.word in self.title), "Plan"),
                    label_ja=self.title,
                    start=period[0] if period else "",
                    end=period[1] if period else "",
                ),
                *[plan for plan, _ in mentioned],
            ],
            "elements": [self._element(element) for element in elements],
            "milestones": self._milestones(),
            "links": [*sdg_links, *[link for _, link in mentioned]],
        }
        self._tell(tables, period)
        tiers = list(self._tiers())
        settings: dict[str, Any] = {
            "city": {"key": self.key, "label_ja": self.title, "place": self.key, "plan": PLAN, "source": SOURCE},
            "tiers": tiers,
        }
        return Content(settings, tables), self.account

    def _sources(self) -> Iterator[dict[str, str]]:
        yield _row(key=SOURCE, kind="CityDocument", title_ja=self.title, publisher=self.city)
        for part in self.headings.parts:
            yield _row(key=part.key, kind="Passage", title_ja=part.heading, part_of=SOURCE)

    def _tiers(self) -> Iterator[dict[str, Any]]:
        """Return the tiers that the text has, from the top down; those of systems of their own stand last."""
        of_tier: dict[str, list[TextElement]] = {}
        for element in self.headings.elements:
            of_tier.setdefault(element.tier, []).append(element)
        own = self.forms.own_systems
        for word in sorted(of_tier, key=lambda word: (word in own, self.forms.rank(word))):
            under = list(dict.fromkeys(e.parent.tier for e in of_tier[word] if e.parent))
            tier: dict[str, Any] = {"word": word, "class": self.forms.kind_of(word), "under": under}
            if under and not all(e.parent for e in of_tier[word]):
                tier["alone"] = True
            yield tier

    def _element(self, element: TextElement) -> dict[str, str]:
        return _row(
            tier=element.tier,
            code=element.code,
            parent=self._reference(element.parent) if element.parent else "",
            label_ja=element.label,
            alt_ja=element.spelling.replace("|", "｜"),
            note_ja="" if element.at.page else element.at.where("ja"),
            source=element.part,
            page=element.at.page or "",
        )

    def _reference(self, element: TextElement) -> str:
        shared = sum(other.code == element.code for other in self.headings.elements) > 1
        return f"{element.tier}:{element.code}" if shared else element.code

    def _milestones(self) -> list[dict[str, str]]:
        return [
            _row(
                plan=PLAN,
                key=f"step-{number}",
                label_ja=step.label,
                date=step.date,
                end_date=step.end,
                note_ja=f"本文の表記: {step.said}" + ("" if step.at.page else f"（{step.at.where('ja')}）"),
                source=self.headings.part_at(step.index),
                page=step.at.page or "",
            )
            for number, step in enumerate(read_schedule(self.lines, self.forms, self.headings), 1)
        ]

    def _sdg_links(self) -> Iterator[dict[str, str]]:
        best: dict[tuple[int, str], tuple[Mention, TextElement]] = {}
        for mention in sdg_mentions(self.lines, self.forms, read_sdgs(resources.DATA / "sdg", [])):
            element = self.headings.element_at(mention.index)
            if element is None:
                self._doubt(mention, NO_ELEMENT)
                continue
            place = (id(element), mention.what)
            if place not in best or best[place][0].score < mention.score:
                best[place] = (mention, element)
        for (_, code), (mention, element) in best.items():
            relation = "contributesToTarget" if "." in code else "contributesToGoal"
            yield self._link(mention, self._reference(element), relation, f"sdg:{code}")

    def _plans(self) -> list[tuple[dict[str, str], dict[str, str]]]:
        """Return the plans that the text mentions, each once with its link."""
        found: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
        for mention in plan_mentions(self.lines, self.forms, self.title, self.city):
            key = key_of((fold(mention.what),))
            if key not in found and key != PLAN:
                row = _row(
                    key=key,
                    kind="Plan",
                    label_ja=mention.what,
                    source=self.headings.part_at(mention.index),
                    page=mention.at.page or "",
                )
                relation = self.forms.plans.relation
                found[key] = row, self._link(mention, f"plan:{PLAN}", relation, f"plan:{key}")
        return list(found.values())

    def _link(self, mention: Mention, subject: str, relation: str, thing: str) -> dict[str, str]:
        return _row(
            plan=PLAN,
            subject=subject,
            relation=relation,
            object=thing,
            basis="Suggested",
            rationale_ja=f"本文に「…{mention.quote}…」とある（{mention.at.where('ja')}）",
            score=mention.score,
            source=self.headings.part_at(mention.index),
            page=mention.at.page or "",
        )

    def _doubt(self, mention: Mention, why: Words) -> None:
        where = Words(mention.at.where("ja"), mention.at.where("en"))
        self.account.doubtful.append((where, f"{mention.what}: {mention.quote}", why))

    def _tell(self, tables: dict[str, list[dict[str, str]]], period: tuple[int, int] | None) -> None:
        account, headings = self.account, self.headings
        for tier, count in Counter(element.tier for element in headings.elements).items():
            kind = self.forms.kind_of(tier)
            account.found.append((Words(tier, tier), count, Words(f"層「{tier}」（{kind}）", f"tier {tier} ({kind})")))
        for name, words in TABLES.items():
            rows = [row for row in tables[name] if name not in {"plans", "sources"} or row["key"] not in {PLAN, SOURCE}]
            if rows:
                account.found.append((words[0], len(rows), words[1]))
        if headings.again:
            account.left.append((AGAIN, headings.again))
        account.made += headings.made
        account.made.append(
            Words(
                f"計画の期間は {period[0]}〜{period[1]} 年度", f"the plan runs from fiscal {period[0]} to {period[1]}"
            )
            if period
            else NO_PERIOD
        )
        if self.key == "city":
            account.made.append(NO_KEY)
        for word, count in headings.unknown.items():
            account.doubtful.append((Words(word, word), f"{count:,}", UNKNOWN))
        for line in headings.doubtful:
            account.doubtful.append((Words(line.where("ja"), line.where("en")), line.text, NO_NAME))


TABLES = {
    "sources": (Words("文書の節", "parts of the document"), Words("出典として", "as sources")),
    "milestones": (Words("日程", "schedule"), Words("節目として", "as milestones")),
    "plans": (
        Words("ほかの計画の名", "names of other plans"),
        Words("計画として。関連は「提案」", "as plans; links Suggested"),
    ),
    "links": (
        Words("言及", "mentions"),
        Words("「提案」の関連として。確かめて、根拠の区分を直すか行を消す", "as Suggested links, to review"),
    ),
}
AGAIN = Words("すでにある見出しの繰り返し", "headings that say again what an earlier one says")
NO_ELEMENT = Words("SDGs への言及だが、上に要素の見出しがない", "mentions the SDGs, but stands under no element")
UNKNOWN = Words(
    "番号とともに行の頭にある語。層の語なら --forms のファイルに足す",
    "a word that stands with numbers: if it is that of a tier, add it in a file for --forms",
)
NO_NAME = Words(
    "見出しの形だが、文の続きのようなので運ばない", "in the form of a heading, but seems to go on as a sentence"
)
NO_PERIOD = Words("計画の期間は本文から一つに決まらない", "the text does not say just one period of the plan")
NO_KEY = Words(
    "市のキーを仮に city とした（--key で指定できる）", "the city's key is city for the time being: say it with --key"
)


def _title(pages: TextPages) -> str:
    first = next(line.text for line in pages.lines if line.text) if any(line.text for line in pages.lines) else ""
    return first if 1 < len(first) <= LONGEST_TITLE and "。" not in first else pages.name.rsplit(".", 1)[0]


def _row(**cells: object) -> dict[str, str]:
    """Return the cells that say something; none begins like a formula, since the text may be a stranger's."""
    told = {name: str(value).lstrip("=+-@\t ") for name, value in cells.items() if value is not None}
    return {name: value for name, value in told.items() if value}
