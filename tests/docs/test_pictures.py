"""The pictures of 1-1 by the explorer and by ``network draw`` speak one language."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SVG = "{http://www.w3.org/2000/svg}"


def marks(name: str) -> dict[str, tuple[str, str | None]]:
    """The outline and the colour of the mark of each thing, by its code; a title may say its kind before it."""
    picture = ET.parse(PICTURES / name).getroot()  # noqa: S314 - our own
    found = {}
    for group in picture.iter(f"{SVG}g"):
        title, mark = group.find(f"{SVG}title"), group.find(f"{SVG}path")
        if title is not None and mark is not None:
            colours = re.findall("#[0-9a-f]{6}", " ".join((mark.attrib["fill"], mark.attrib.get("stroke", ""))))
            found[str(title.text).split(": ")[-1].split()[0]] = mark.attrib["d"], colours[0]
    return found


def test_both_pictures_show_the_same_things_by_the_same_marks_in_the_same_colours() -> None:
    drawn = marks("network-draw.svg")
    assert len(drawn) > 5
    assert marks("explorer.svg") == drawn
