// Where a key leads from a box: along its column, or to the end of its heaviest line.

import type { Box, Placed } from "./placing";

const SIDES: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The box above or below in the column, or the one at the end of the heaviest line to a side; undefined if none is. */
export function neighbour({ boxes, routes }: Placed, box: Box, key: string): Box | undefined {
  const side = SIDES[key];
  if (side) {
    const [here, there] = side > 0 ? (["from", "to"] as const) : (["to", "from"] as const);
    const gutter = side > 0 ? box.column : box.column - 1;
    const lines = routes.map(({ line }) => line).filter((line) => line.column === gutter && line[here] === box.id);
    const most = lines.sort((one, other) => other.links.length - one.links.length)[0];
    return most && boxes.find((other) => other.column === box.column + side && other.id === most[there]);
  }
  const column = boxes.filter((other) => other.column === box.column);
  const at = column.indexOf(box);
  if (key === "ArrowUp") return column[at - 1];
  if (key === "ArrowDown") return column[at + 1];
  if (key === "Home") return column[0];
  return key === "End" ? column.at(-1) : undefined;
}
