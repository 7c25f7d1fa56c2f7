// Where names stand on the picture: beside their marks, never over each other, the weightier first.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Wish {
  readonly id: string;
  /** The middle of the mark, and its radius. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  /** The forms in which it may be written, the fullest first. */
  readonly forms: readonly Form[];
  /** Whether its first form is written even where there is no room. */
  readonly must: boolean;
}

export interface Form {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  readonly id: string;
  readonly form: Form;
  readonly box: Box;
  /** The side of the mark on which it stands, to which its lines are aligned. */
  readonly side: Side;
}

export type Side = "right" | "left" | "below" | "above";
const GAP = 4; // pixels

export interface Place {
  /** The picture; a name stands wholly inside it. */
  readonly room: Box;
  /** What no name may cover. */
  readonly taken: readonly Box[];
  /** The sides on which names may stand, the best first. */
  readonly sides: readonly Side[];
  /** How many names there may be. */
  readonly most: number;
}

/** Places names one after another by weight. */
export function place(wishes: readonly Wish[], where: Place): Placed[] {
  const placed: Placed[] = [];
  const covered = [...where.taken];
  for (const wish of [...wishes].sort((one, other) => other.weight - one.weight)) {
    if (placed.length >= where.most) break;
    const found = fitting(wish, where, covered);
    if (!found) continue;
    placed.push(found);
    covered.push(found.box);
  }
  return placed;
}

function fitting(wish: Wish, { room, sides }: Place, covered: readonly Box[]): Placed | undefined {
  const own = markBox(wish);
  for (const form of wish.forms) {
    for (const side of sides) {
      const box = boxAt(wish, form, side);
      if (!inside(box, room)) continue;
      if (covered.every((other) => same(other, own) || !meet(box, other))) return { id: wish.id, form, box, side };
    }
  }
  const [first] = wish.forms;
  if (!wish.must || !first) return undefined;
  const side = sides.find((one) => inside(boxAt(wish, first, one), room)) ?? sides[0]!;
  return { id: wish.id, form: first, box: boxAt(wish, first, side), side };
}

/** The square that a mark covers. */
export function markBox({ x, y, size }: Pick<Wish, "x" | "y" | "size">): Box {
  return { left: x - size, top: y - size, right: x + size, bottom: y + size };
}

function boxAt({ x, y, size }: Wish, { width, height }: Form, side: Side): Box {
  const away = size + GAP;
  const left = { right: x + away, left: x - away - width, below: x - width / 2, above: x - width / 2 }[side];
  const top = { right: y - height / 2, left: y - height / 2, below: y + away, above: y - away - height }[side];
  return { left, top, right: left + width, bottom: top + height };
}

function inside(box: Box, room: Box): boolean {
  return box.left >= room.left && box.top >= room.top && box.right <= room.right && box.bottom <= room.bottom;
}

export function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function same(one: Box, other: Box): boolean {
  return one.left === other.left && one.top === other.top && one.right === other.right && one.bottom === other.bottom;
}
