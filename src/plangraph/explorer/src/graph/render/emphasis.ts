// How marks and lines look while something is selected, pointed at, or on a path.

import { mix, type Palette } from "../look";
import type { Focus } from "./steered";

type Data = Record<string, unknown>;

/** What stands out now, and what that means for the rest. */
export interface Emphasis {
  readonly focus: Focus;
  readonly hovered: string;
  /** The neighbours of what is selected; undefined while that is not on the picture. */
  readonly near: ReadonlySet<string> | undefined;
  /** How many neighbours may all bear their names without hiding each other. */
  readonly namesAtOnce: number;
  readonly colours: Palette;
}

export function markLook(id: string, data: Data, { focus, hovered, near, namesAtOnce, colours }: Emphasis): Data {
  const { selected, path } = focus;
  const faded = (labelled: boolean) => {
    const color = mix(data.color as string, colours.paper, 0.28);
    return labelled ? { ...data, color } : { ...data, color, label: "", inner: "", zIndex: 0 };
  };
  if (path.size) return path.has(id) ? { ...data, forceLabel: true, zIndex: 2 } : faded(id === selected);
  if (id === selected)
    return { ...data, size: (data.size as number) * 1.35 + 1, forceLabel: true, zIndex: 3, highlighted: true };
  if (id === hovered) return { ...data, forceLabel: true, zIndex: 2 };
  if (!near) return data;
  return near.has(id) ? { ...data, forceLabel: near.size <= namesAtOnce, zIndex: 1 } : faded(false);
}

export function lineLook(key: string, isAtSelected: boolean, data: Data, { focus, near, colours }: Emphasis): Data {
  const { path } = focus;
  const own = data.color as string;
  if (path.size) {
    if (path.has(key)) return { ...data, color: colours.accent, size: 3, zIndex: 3 };
    return { ...data, color: mix(own, colours.paper, 0.3), zIndex: 0 };
  }
  if (!near) return data;
  if (!isAtSelected) return { ...data, color: mix(own, colours.paper, 0.35), zIndex: 0 };
  return { ...data, color: mix(colours.accent, own, 0.6), size: (data.size as number) * 1.6, zIndex: 2 };
}
