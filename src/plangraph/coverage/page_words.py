"""The words of the coverage page, in both languages."""

from __future__ import annotations

from typing import Any, Final

WORDS: Final[dict[str, dict[str, Any]]] = {
    "ja": {
        "tongue": "日本語",
        "title": "SDGsへの貢献",
        "lead": (
            "{measures}の施策と{projects}の事務事業が、SDGsの17ゴールのうち{goals}に資しています。もとになる貢献は{links}件です"
            "（公式{official}件、想定{assumed}件、提案{suggested}件）。",
            "169のターゲットのうち、貢献があるものは{served}、自治体の計画が貢献しなくてよい理由を示したものは{justified}、"
            "どちらでもない空白は{open}です。",
            "想定は、市の公式の対応表がないため、人が理由を添えて置いたものです。市の公式の見解ではありません。",
        ),
        "matrix": "{tier}×ゴール",
        "matrix_note": "数は貢献の件数です。色が濃いほど多く、マスを選ぶと、その貢献の一覧に移ります。"
        "斜線は、どの要素からも貢献のないゴールです。",
        "goals": "ゴール別",
        "goals_note": "予算額は、事務事業の予算額を、資するゴールに1円単位で均等に割り振ったもので、"
        "合計は計画の予算額に一致します。"
        "達成度は、1から5の段階ごとの事務事業の数で、1が最もよい評価です。",
        "links": "貢献の一覧",
        "links_note": "マスごとの貢献と、その根拠の区分、理由、出典です。"
        "公式の貢献に置き換えられたものは、取消線で残し、数には入れません。",
        "open": "空白のターゲット",
        "open_note": "貢献する要素も、貢献しなくてよい理由もないターゲットです。",
        "justified": "理由のある空白",
        "justified_note": "国どうしの取決めや国の事務など、自治体の計画が貢献しなくてよいとしたターゲットです。",
        "fragile": "一つの事務事業だけに支えられたターゲット",
        "fragile_note": "その事務事業がなくなると、貢献もなくなります。",
        "unlinked": "SDGsへの貢献のない施策",
        "synergies": "ともに資するゴール",
        "synergies_note": "同じ施策や事務事業が両方に資するゴールの組を、施策の多い順に示します。",
        "sources": "出典",
        "build": "データの版",
        "no_goal": "どのゴールにも資さない",
        "total": "計",
        "nothing": "ありません。",
        "uncited": "文書を引かず、理由を添えたもの",
        "cell": "貢献{links}件、施策{measures}、事務事業{projects}、予算額{budget:,}円",
        "columns": {
            "goal": "ゴール",
            "served": "貢献あり",
            "justified": "理由あり",
            "open": "空白",
            "links": "貢献",
            "official": "公式",
            "assumed": "想定",
            "suggested": "提案",
            "measures": "施策",
            "projects": "事務事業",
            "budget": "予算額（円）",
            "grades": "達成度 1〜5",
            "element": "要素",
            "target": "ターゲット",
            "basis": "根拠の区分",
            "grounds": "理由・出典",
            "code": "番号",
            "label": "名称",
            "reason_label": "理由の区分",
            "rationale": "説明",
            "project_code": "事業番号",
            "project_label": "事務事業",
            "other_code": "番号",
            "other_label": "名称",
            "kind_label": "何の",
            "facts": "件数",
        },
    },
    "en": {
        "tongue": "English",
        "title": "What it contributes to the SDGs",
        "lead": (
            "{measures} measures and {projects} projects contribute to {goals} of the 17 goals by {links} "
            "contributions (official {official}, assumed {assumed}, suggested {suggested}).",
            "Of the 169 targets, {served} are served, {justified} are left unserved with a reason why a city need not, "
            "and {open} are open holes.",
            "Assumed contributions were set by a person, with a rationale, because the city's own table could not be "
            "had. They are not the city's official view.",
        ),
        "matrix": "Goals by {tier}",
        "matrix_note": "The numbers count contributions; the fuller the colour, the more. Choose a cell to go to its "
        "contributions. Hatched goals are served by nothing.",
        "goals": "By goal",
        "goals_note": "Each project's budget is split in whole yen evenly over the goals that it serves, so that the "
        "sum is the plan's budget. Grades count projects from 1, the best, to 5.",
        "links": "The contributions",
        "links_note": "The contributions of each cell with their basis, rationale and source. One that an official "
        "contribution supersedes stays, struck through, and is not counted.",
        "open": "Open holes",
        "open_note": "Targets with neither an element that serves them nor a reason why none need.",
        "justified": "Justified holes",
        "justified_note": "Targets that a city's plan need not serve, being agreed between states or a national task, "
        "for instance.",
        "fragile": "Targets that hang on one project only",
        "fragile_note": "If the project ends, so does the contribution.",
        "unlinked": "Measures without any contribution to the SDGs",
        "synergies": "Goals served together",
        "synergies_note": "Pairs of goals that the same measures or projects serve, most measures first.",
        "sources": "Sources",
        "build": "Version of the data",
        "no_goal": "Serves no goal",
        "total": "Total",
        "nothing": "None.",
        "uncited": "set with a rationale, citing no document",
        "cell": "{links} contributions, {measures} measures, {projects} projects, {budget:,} yen",
        "columns": {
            "goal": "Goal",
            "served": "Served",
            "justified": "Justified",
            "open": "Open",
            "links": "Contributions",
            "official": "Official",
            "assumed": "Assumed",
            "suggested": "Suggested",
            "measures": "Measures",
            "projects": "Projects",
            "budget": "Budget (yen)",
            "grades": "Grades 1–5",
            "element": "Element",
            "target": "Target",
            "basis": "Basis",
            "grounds": "Rationale, source",
            "code": "Code",
            "label": "Name",
            "reason_label": "Reason",
            "rationale": "Explanation",
            "project_code": "Project code",
            "project_label": "Project",
            "other_code": "Code",
            "other_label": "Name",
            "kind_label": "What",
            "facts": "Number",
        },
    },
}
