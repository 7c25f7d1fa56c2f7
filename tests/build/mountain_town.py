"""A small city of chapters and sections, on which tests show what is unusual."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TOWN = {
    "plan.toml": """[city]
key = "town"
label_ja = "山の町"
place = "town"
plan = "5"
source = "book"
{currency}
[[tiers]]
word = "章"
class = "Policy"
[[tiers]]
word = "節"
class = "Measure"
[[grades]]
code = "S"
word = "上回る"
standing = "Ahead"
""",
    "sources.csv": "key,kind,title_ja\nbook,CityDocument,総合計画\n",
    "places.csv": "key,kind,label_ja\ntown,City,山の町\n",
    "organizations.csv": "key,kind,label_ja\ncho,Municipality,山の町\nroads,,建設課\njoint,Partner,広域連合\n",
    "plans.csv": "key,kind,label_ja,start\n5,BasicPlan,総合計画,2020\nold,BasicPlan,前の計画,2010\n",
    "elements.csv": (
        "plan,tier,code,parent,label_ja,responsible\n"
        "5,章,第1章,,自然,\n5,節,第1章①,第1章,水道,建設課\n5,節,第1章1,第1章,介護,joint\nold,節,1,,水道,roads\n"
    ),
    "observations.csv": 'about,kind,fiscal_year,value,unit\n第1章①,Budget,2021,"1,200",{unit}\n',
    "evaluations.csv": "element,fiscal_year,grade\n第1章①,2021,S\n第1章1,2021,S\n",
}
"""A town of chapters and sections without projects, whose sections are judged and paid for."""


def town(folder: Path, currency: str = "", unit: str = "千円") -> Path:
    folder.mkdir()
    for name, text in TOWN.items():
        (folder / name).write_text(text.replace("{currency}", currency).replace("{unit}", unit), "utf-8")
    return folder
