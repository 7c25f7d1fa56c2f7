"""A city small enough to read, as tables: written into a folder, to be broken by the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TABLES = {
    "plan.toml": """[city]
key = "mini"
label_ja = "ミニ市"
label_en = "Mini"
place = "mini"
plan = "3"
licence = "https://creativecommons.org/licenses/by/4.0/"
attribution = "the tests"
codes_nest = true

[[tiers]]
word = "都市像"
class = "Vision"

[[tiers]]
word = "基本政策"
class = "BasicPolicy"
under = "都市像"

[[tiers]]
word = "政策"
class = "Policy"
under = "基本政策"

[[tiers]]
word = "施策"
class = "Measure"
under = "政策"

[[tiers]]
word = "事業"
class = "Project"
under = "施策"

[[grades]]
code = "3"
word = "目標どおり"
standing = "OnTarget"

[[grades]]
code = "4"
word = "目標を下回った"
standing = "Behind"

[[directions]]
code = "Ⅰ"
word = "継続"
course = "Continue"
""",
    "sources.csv": """key,kind,title_ja,title_en
doc,CityDocument,文書,Document
""",
    "places.csv": """key,kind,label_ja,label_en,within,area_code,source
mini,City,ミニ市,Mini,,C14130,doc
east,Ward,東区,East,mini,C14131,doc
""",
    "organizations.csv": """key,kind,parent,label_ja,label_en,alt_ja,place,source
city,Municipality,,ミニ市,City of Mini,,,doc
works,Office,city,土木局,Works,,,doc
""",
    "plans.csv": """key,kind,label_ja,label_en,start,end,source
concept,BasicConcept,基本構想,Basic concept,2016,,doc
3,ImplementationPlan,実施計画,Implementation plan,2022,2025,doc
""",
    "elements.csv": """plan,tier,code,parent,label_ja,label_en,responsible,source,page
concept,都市像,V,,よいまち,A good city,,doc,1
concept,基本政策,1,V,守る,Protect,,doc,1
concept,政策,1-1,1,災害,Disasters,,doc,1
3,施策,1-1-1,1-1,備え,Preparedness,,doc,2
3,事業,10101010,1-1-1,訓練,Drills,works,doc,3
3,事業,10101020,1-1-1,堤防,Levees,works,doc,4
""",
    "links.csv": """plan,subject,relation,object,basis,rationale_ja,rationale_en,score,source,page
3,plan:3,realizes,plan:concept,Official,,,,doc,1
3,1-1-1,contributesToTarget,sdg:11.5,Assumed,被害を減らす,Fewer losses,,,
3,10101020,inWard,place:east,Official,,,,doc,4
""",
    "observations.csv": """plan,about,kind,fiscal_year,date,value,unit,source,page
3,10101010,Budget,2024,,1000,Yen,doc,3
3,10101020,Budget,2024,,2000,Yen,doc,4
""",
    "evaluations.csv": """plan,element,fiscal_year,grade,direction,source,page
3,10101010,2024,3,Ⅰ,doc,3
3,10101020,2024,4,,doc,4
""",
    "milestones.csv": """plan,key,label_ja,label_en,date,end_date,source
3,start,始まり,Start,2022-04-01,,doc
""",
}


def write_city(folder: Path, changes: dict[str, tuple[str, str]] | None = None) -> Path:
    """Write the tables; each change replaces a text of the table named before ``:`` by another."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = dict(TABLES)
    for place, (old, new) in (changes or {}).items():
        table = place.partition(":")[0]
        assert old in texts[table], f"{old!r} does not stand in {table}"
        texts[table] = texts[table].replace(old, new, 1)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return folder
