"""Question files: what their header says, which parameters they have, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.errors import QuestionError, UnknownQuestion
from plangraph.queries import Library, by_words
from plangraph.queries.headings import wording
from plangraph.queries.question import read

if TYPE_CHECKING:
    from pathlib import Path

HEADER = """#+ summary: Names
#+ summary_ja: 名称
#+ description: The names, not ?_told_string in a comment.
#+ description_ja: 名称です。
#+ tags: [test]
"""


def question_file(folder: Path, sparql: str, header: str = HEADER, name: str = "names") -> Path:
    path = folder / "test" / f"{name}.rq"
    path.parent.mkdir(exist_ok=True)
    path.write_text(header + sparql, "utf-8")
    return path


def test_a_question_has_its_name_topic_and_texts(tmp_path: Path) -> None:
    question = read(question_file(tmp_path, "SELECT * { ?s ?p ?o } ORDER BY ?s"))

    assert (question.name, question.topic, question.form) == ("names", "test", "SELECT")
    assert (question.summary(), question.summary("ja")) == ("Names", "名称")
    assert question.description("ja") == "名称です。"


@pytest.mark.parametrize("form", ["SELECT *", "ASK", "CONSTRUCT { ?s ?p ?o }", "describe ?s"])
def test_the_form_is_the_first_keyword_that_names_one(tmp_path: Path, form: str) -> None:
    assert read(question_file(tmp_path, f"{form} WHERE {{ ?s ?p ?o }}")).form == form.split(maxsplit=1)[0].upper()


def test_parameters_stand_in_the_order_of_the_query_once_each(tmp_path: Path) -> None:
    header = HEADER + "#+ defaults:\n#+   year: 2024\n#+ enumerate:\n#+   lang: [ja, en]\n#+ fold: [text]\n"
    sparql = "SELECT * { ?s ?p ?_year_integer , ?_text_string , $_year_integer , '?_quoted_iri' , ?_lang_string }"
    found = read(question_file(tmp_path, sparql, header)).parameters

    assert [(p.name, p.type, p.default, p.choices, p.fold) for p in found] == [
        ("year", "integer", "2024", (), False),
        ("text", "string", None, (), True),
        ("lang", "string", None, ("ja", "en"), False),
    ]


@pytest.mark.parametrize(
    "variable", ["?_year_date", "?_year", "?___year_integer", "?_Year_integer", "?_min_year_integer", "?_"]
)
def test_a_parameter_of_no_known_form_is_refused(tmp_path: Path, variable: str) -> None:
    with pytest.raises(QuestionError, match="not of the form"):
        read(question_file(tmp_path, f"SELECT * {{ ?s ?p {variable} }}"))


def test_variables_of_any_other_form_are_none(tmp_path: Path) -> None:
    assert read(question_file(tmp_path, "SELECT ?Total ?1st ?a_b { ?Total ?1st ?a_b }")).parameters == ()


def test_one_name_with_two_types_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match=r"\?_year_string"):
        read(question_file(tmp_path, "SELECT * { ?s ?_year_integer ?_year_string }"))


@pytest.mark.parametrize("header", ["#+ summary: a: b\n", "#+ [a\n"])
def test_a_header_that_is_not_yaml_is_refused(tmp_path: Path, header: str) -> None:
    with pytest.raises(QuestionError, match="not YAML"):
        read(question_file(tmp_path, "ASK {}", header))


@pytest.mark.parametrize("header", ["", "#+ a list of words\n", "#+ summary: Names\n"])
def test_a_header_without_titles_is_refused(tmp_path: Path, header: str) -> None:
    with pytest.raises(QuestionError, match="summary_ja"):
        read(question_file(tmp_path, "ASK {}", header))


def test_questions_are_found_by_name_in_any_topic(tmp_path: Path) -> None:
    question_file(tmp_path, "ASK {}")
    question_file(tmp_path, "ASK {}", name="codes")

    assert Library(own=tmp_path).find("codes").name == "codes"
    assert [question.name for question in Library(own=tmp_path).questions()] == ["codes", "names"]


def test_an_internal_question_is_found_by_name_but_neither_listed_nor_meant(tmp_path: Path) -> None:
    question_file(tmp_path, "ASK {}", HEADER + "#+ internal: true\n")
    question_file(tmp_path, "ASK {}", name="codes")

    assert Library(own=tmp_path).find("names").internal
    assert [question.name for question in Library(own=tmp_path).listed()] == ["codes"]
    with pytest.raises(UnknownQuestion, match="no question 'name';"):
        Library(own=tmp_path).find("name")


def test_an_unknown_name_is_answered_with_the_nearest(tmp_path: Path) -> None:
    question_file(tmp_path, "ASK {}")

    with pytest.raises(UnknownQuestion, match="did you mean 'names'"):
        Library(own=tmp_path).find("name")
    with pytest.raises(UnknownQuestion, match=r"no question '\.\./secret'"):
        Library(own=tmp_path).find("../secret")


def test_the_plan_and_its_city_are_defaults_unless_the_file_has_others(tmp_path: Path) -> None:
    text = "ASK { ?_plan_iri ?p ?_city_string , ?_year_integer , ?_thing_iri }"
    question = read(question_file(tmp_path, text, HEADER + "#+ derive:\n#+   year: [pg:Evaluation, pg:Budget]\n"))
    found = {p.name: p for p in question.among("https://example.org/here/3", "here").parameters}

    assert {name: p.default for name, p in found.items()} == {
        "plan": "https://example.org/here/3", "city": "here", "year": None, "thing": None,
    }  # fmt: skip
    assert {name for name, p in found.items() if p.required} == {"thing"}
    assert found["year"].derive == ("pg:Evaluation", "pg:Budget")


@pytest.mark.parametrize(
    ("derive", "left"),
    [("", []), ("year: [pg:Budget]", []), ("from: plan\n#+   year: [pg:Budget]", ["year"])],
)
def test_what_a_plan_would_give_has_to_be_given_where_none_is_told(
    tmp_path: Path, derive: str, left: list[str]
) -> None:
    header = HEADER + (f"#+ derive:\n#+   {derive}\n" if derive else "")
    question = read(question_file(tmp_path, "ASK { ?_from_iri ?p ?_year_integer }", header)).of_no_plan()

    assert [each.name for each in question.parameters if not each.required] == left


def test_words_that_no_question_has_all_of_find_the_nearest() -> None:
    every = Library().listed()
    found = by_words.find(every, ["milestones", "xylophone"])

    assert not found.whole
    assert found.questions[0].name == "milestones"
    assert len(found.questions) == 8
    assert by_words.find(every, ["xylophone"]).questions == []
    assert by_words.find(every, []) == (every, True, None)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("どの局が予算を余らせているか", "largest-gaps"),
        ("where was less spent than planned", "largest-gaps"),
        ("どの分野の事業が多いか", "tiers"),
        ("which office has the most projects", "offices"),
        ("評価の低い指標", "plan-indicators"),
        ("地区ごとの計画", "ward-plan"),
        ("わたしの区では何が予定されていますか", "ward-plan"),
        ("誰がこの計画をつくったのですか", "plan-makers"),
        ("目標に届いていないのにそのまま続ける事業はどれですか", "projects"),
        ("予算を使いすぎたのに目標を達成していない事業はありますか", "projects"),
        ("局ごとに今後の方向性を見たい", "judgement-counts"),
        ("この施策の予算と決算は年々どう変わりましたか", "budget-years"),
        ("予算を最も減らした事業はどれですか", "budget-changes"),
        ("largest budget increase", "budget-changes"),
        ("biggest cuts in budget 2025", "budget-changes"),
        ("personnel cost of a project", "figures"),
        ("money per strategy", "budget-and-standing"),
        ("which plans run out next year?", "plans-ending"),
        ("What do other cities do that is similar?", "like-elements"),
        ("how much money is spent per person in each ward", "spending-per-resident"),
        ("which ward spends the most per head", "spending-per-resident"),
        ("challenges that no strategy addresses", "strategy-challenges"),
        ("the way from a project up to the vision", "path-to-vision"),
        ("facts without a source", "facts-by-source"),
        ("list of sectoral plans", "sectoral-plans"),
        ("who is in charge of measure 1-1-1", "offices-of-element"),
        ("how many projects got each grade", "judgement-counts"),
        ("分野別計画の一覧", "sectoral-plans"),
        ("計画の進捗", "standing-of-plans"),
        ("戦略1と課題", "strategy-challenges"),
        ("戦略1にぶら下がる事業", "strategy-reach"),
        ("目標4の根拠", "contributions"),
        ("SDGsのどのゴールが手薄か", "goals-on-few-projects"),
        ("令和5年度の予算総額", "budget-totals"),
        ("予算の割に成果が出ていない施策", "budget-and-standing"),
        ("英語名のない要素", "elements-without-name"),
        ("複数の局にまたがる施策", "elements-across-offices"),
        ("さいたま市の指標の一覧", "plan-indicators"),
        ("さいたま市の計画の分野と事業の数", "tiers"),
        ("この計画の根拠となる法律", "legal-bases"),
        ("legal basis of plans and projects", "legal-bases"),
        ("most money by bureau", "budget-totals"),
        ("ward with the largest budget", "budget-totals"),
        ("who decided the SDG links", "contributions"),
        ("SDG 13 の事業費", "coverage-projects"),
        ("how many fields and projects does Saitama have", "tiers"),
        ("which department has the biggest budget", "budget-totals"),
        ("施策1-2-3の下にはどんな事業がありますか", "children"),
        ("この事業の予算の出典を知りたい", "sources"),
        ("環境局は何をしていますか", "projects-of-office"),
        ("full outline of the plan", "tree"),
        ("どの基本政策がいちばん遅れているか", "standing-counts"),
        ("uncovered targets", "coverage-holes"),
        ("SDGsの抜け", "coverage-holes"),
        ("expiring plans", "plans-ending"),
        ("plans that finish in 2025", "plans-ending"),
        ("終期を迎える計画", "plans-ending"),
        ("SDG 11 理由", "coverage-links"),
        ("what serves goal 4 and why", "coverage-links"),
        ("who is responsible", "offices-of-element"),
        ("underspending", "largest-gaps"),
        ("bureau budgets", "budget-totals"),
        ("compare plans", "policy-succession"),
        ("次期計画との比較", "policy-succession"),
        ("projects of policy 3-1 below target", "projects"),
        ("シナジー", "goal-synergies"),
    ],
)
def test_a_question_is_found_by_a_sentence(sentence: str, name: str) -> None:
    found = by_words.find(Library().listed(), [sentence]).questions

    assert name in [question.name for question in found[:3]]


@pytest.mark.parametrize(
    "sentence", ["子育ての事業", "防災の事業", "高齢者の事業はどれ", "待機児童対策の担当", "projects about flooding"]
)
def test_words_that_no_question_has_find_the_question_that_looks_for_them(sentence: str) -> None:
    found = by_words.find(Library().listed(), [sentence]).questions

    assert found[0].name == "projects"


def test_words_that_stand_in_every_sentence_find_nothing_by_themselves() -> None:
    every = Library().listed()
    both = [by_words.find(every, words.split()) for words in ("what is the budget", "budget")]

    assert both[0] == both[1]


@pytest.mark.parametrize(
    ("typed", "said"), [("plans expire", "plan expiring"), ("policy budgets", "policies budgeted")]
)
def test_a_word_is_found_in_each_of_its_forms(typed: str, said: str) -> None:
    every = Library().listed()

    assert by_words.find(every, typed.split()) == by_words.find(every, said.split())


def test_the_question_that_has_the_name_of_its_topic_comes_first_there() -> None:
    assert by_words.find(Library().listed(), ["wards"]).questions[0].name == "wards"


@pytest.mark.parametrize("letter", ["麒", "ゑ"])
def test_a_letter_by_itself_that_no_question_has_is_no_word_to_look_for(letter: str) -> None:
    every = Library().listed()
    both = [by_words.find(every, [f"予算の総額を年度ごとに{letter}"]), by_words.find(every, ["予算の総額を年度ごとに"])]

    assert both[0] == both[1]


@pytest.mark.parametrize("words", [["finance"], ["Finance"], list(wording().topics["finance"])[:1]])
def test_the_name_of_a_topic_finds_all_of_its_questions(words: list[str]) -> None:
    every = Library().listed()

    assert by_words.find(every, words) == ([question for question in every if question.topic == "finance"], True, None)


def test_questions_that_have_both_words_come_first_by_what_their_titles_say() -> None:
    found = by_words.find(Library().listed(), ["budget", "ward"])
    titles = [f"{question.name} {question.summary()}".lower() for question in found.questions]

    assert found.whole
    assert ("budget" in titles[0], "ward" in titles[0]) == (True, True)
    assert not ("budget" in titles[-1] and "ward" in titles[-1])


@pytest.mark.parametrize("words", [["budget"], ["measures", "budget"], ["what is the budget of measures"]])
def test_of_one_word_or_two_all_questions_are_told_that_have_them(words: list[str]) -> None:
    found = by_words.find(Library().listed(), words)

    assert found.whole
    assert len(found.questions) > 8


def test_of_many_words_the_nearest_are_told_and_whether_any_question_has_all() -> None:
    every = Library().listed()
    some, none = (by_words.find(every, words.split()) for words in ("budget ward office year", "budget ward xylophone"))

    assert (len(some.questions), some.whole) == (8, True)
    assert (len(none.questions), none.whole) == (by_words.NEAREST, False)


def test_a_sentence_by_which_a_question_is_asked_finds_it_first() -> None:
    every = Library().listed()
    for question in every[::12]:
        for sentence in (*question.asked[:1], question.summary("ja")):
            assert by_words.find(every, [sentence]).questions[0] == question, sentence
