"""The words of the coverage page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.emptiness import GOALS_ONLY, NO_CONTRIBUTION
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Words] = {
    "title": Words("SDGsへの貢献", "What it contributes to the SDGs"),
    "matrix": Words("{tier}×ゴール", "Goals by {tier}"),
    "matrix_note": Words(
        "数は貢献の件数です。色が濃いほど多く、マスを選ぶと、その貢献の一覧に移ります。斜線は、"
        "どの要素からも貢献のないゴールです。",
        "The numbers count contributions; the fuller the colour, the more. Choose a cell to go to "
        "its contributions. Hatched goals are served by nothing.",
    ),
    "goals": Words("ゴール別", "By goal"),
    "goals_note": Words(
        "予算額は、事務事業の予算額を、資するゴールに均等に割り振ったもので、"
        "合計は計画の予算額に一致します。評価は、"
        "目標を上回る・目標どおり・下回る事務事業の数です。",
        "Each project's budget is split evenly over the goals that it serves, so that "
        "the sum is the plan's budget. Standing counts the projects ahead of, on and behind their "
        "targets.",
    ),
    "links": Words("貢献の一覧", "The contributions"),
    "links_note": Words(
        "マスごとの貢献と、その根拠の区分、理由、出典です。公式の貢献に置き換えられたものは、"
        "取消線で残し、数には入れません。",
        "The contributions of each cell with their basis, rationale and source. One that an official "
        "contribution supersedes stays, struck through, and is not counted.",
    ),
    "open": Words("空白のターゲット", "Open holes"),
    "open_note": Words(
        "貢献する要素も、貢献しなくてよい理由もないターゲットです。",
        "Targets with neither an element that serves them nor a reason why none need.",
    ),
    "justified": Words("理由のある空白", "Justified holes"),
    "justified_note": Words(
        "国どうしの取決めや国の事務など、自治体の計画が貢献しなくてよいとしたターゲットです。",
        "Targets that a city's plan need not serve, being agreed between states or a national task, for instance.",
    ),
    "fragile": Words(
        "一つの事務事業だけに支えられたターゲット",
        "Targets that hang on one project only",
    ),
    "fragile_note": Words(
        "その事務事業がなくなると、貢献もなくなります。",
        "If the project ends, so does the contribution.",
    ),
    "unlinked": Words("SDGsへの貢献のない施策", "Measures without any contribution to the SDGs"),
    "synergies": Words("ともに資するゴール", "Goals served together"),
    "synergies_note": Words(
        "同じ施策や事務事業が両方に資するゴールの組を、施策の多い順に示します。",
        "Pairs of goals that the same measures or projects serve, most measures first.",
    ),
    "sources": Words("出典", "Sources"),
    "build": Words("データの版", "Version of the data"),
    "no_goal": Words("どのゴールにも資さない", "Serves no goal"),
    "total": Words("計", "Total"),
    "nothing": Words("ありません。", "None."),
    "uncited": Words("文書を引かず、理由を添えたもの", "set with a rationale, citing no document"),
    "cell": Words(
        "貢献{links}件、施策{measures}、事務事業{projects}{money}",
        "{links} {links:contribution|contributions}, {measures} {measures:measure|measures}, "
        "{projects} {projects:project|projects}{money}",
    ),
    "money": Words("、予算額{budget:,}{currency}", ", {budget:,} {currency}"),
    "lead_none": NO_CONTRIBUTION,
    "lead_links": Words(
        "{measures}の施策と{projects}の事務事業が、"
        "SDGsの17ゴールのうち{goals}に資しています。"
        "もとになる貢献は{links}件です（公式{official}件、"
        "想定{assumed}件、提案{suggested}件）。",
        "{measures} {measures:measure|measures} and {projects} {projects:project|projects} contribute to "
        "{goals} of the 17 goals by {links} {links:contribution|contributions} (official {official}, "
        "assumed {assumed}, suggested {suggested}).",
    ),
    "lead_targets": Words(
        "169のターゲットのうち、貢献があるものは{served}、"
        "自治体の計画が貢献しなくてよい理由を示したものは{justified}、"
        "どちらでもない空白は{open}です。",
        "Of the 169 targets, {served} {served:is|are} served, {justified} {justified:is|are} left unserved "
        "with a reason why a city need not, and {open} {open:is an open hole|are open holes}.",
    ),
    "lead_through": Words(
        "この空白のうち{through}は、ターゲットを述べずに全体として貢献のあるゴールのものです。",
        "{through} of these holes {through:is of a goal|are of goals} that something serves as a whole, "
        "naming no target.",
    ),
    "lead_goals": GOALS_ONLY,
    "lead_assumed": Words(
        "想定は、人が理由を添えて置いたものです。自治体の公式の見解ではありません。",
        "Assumed contributions were set by a person, with a rationale. They are not the city's official view.",
    ),
    "sum": Words("計", "Sum"),
    "square": Words(
        "{row}・ゴール{goal}: 貢献{links}件"
        "（公式{official}・想定{assumed}・提案{suggested}）、"
        "施策{measures}、事務事業{projects}{money}",
        "{row}, goal {goal}: {links} {links:contribution|contributions} (official {official}, assumed {assumed}, "
        "suggested {suggested}), {measures} {measures:measure|measures}, "
        "{projects} {projects:project|projects}{money}",
    ),
    "unrecorded": Words("記録なし", "Not recorded"),
    "hole": Words("どの要素からも貢献のないゴール", "A goal that nothing serves"),
}
COLUMNS: Mapping[str, Words] = {
    "goal": Words("ゴール", "Goal"),
    "served": Words("貢献あり", "Served"),
    "justified": Words("理由あり", "Justified"),
    "open": Words("空白", "Open"),
    "links": Words("貢献", "Contributions"),
    "official": Words("公式", "Official"),
    "assumed": Words("想定", "Assumed"),
    "suggested": Words("提案", "Suggested"),
    "measures": Words("施策", "Measures"),
    "projects": Words("事務事業", "Projects"),
    "budget": Words("予算額（{currency}）", "Budget ({currency})"),
    "standing": Words("目標を上回る／目標どおり／下回る", "Ahead / on target / behind"),
    "element": Words("要素", "Element"),
    "target": Words("ターゲット", "Target"),
    "basis": Words("根拠の区分", "Basis"),
    "grounds": Words("理由・出典", "Rationale, source"),
    "code": Words("番号", "Code"),
    "label": Words("名称", "Name"),
    "reason_label": Words("理由の区分", "Reason"),
    "rationale": Words("説明", "Explanation"),
    "project_code": Words("事業番号", "Project code"),
    "project_label": Words("事務事業", "Project"),
    "other_code": Words("番号", "Code"),
    "other_label": Words("名称", "Name"),
    "kind_label": Words("何の", "What"),
    "facts": Words("件数", "Number"),
}
