// Labels on the picture: two lines at most, broken between phrases where the browser can tell them, on a halo of paper.

import type { NodeDisplayData } from "sigma/types";
import type { Settings } from "sigma/settings";

const LINE = 15;
const SIZE = 12;

export interface LabelColours {
  readonly ink: string;
  readonly paper: string;
}

interface Labelled extends NodeDisplayData {
  /** What stands inside the mark, such as the number of a goal. */
  inner?: string;
  innerInk?: string;
}

/** Gives sigma a way to draw labels in these colours. */
export function labelDrawer(colours: LabelColours, fonts: string) {
  return (context: CanvasRenderingContext2D, data: Partial<Labelled>, _settings: Settings): void => {
    const { x = 0, y = 0, size = 4, label, inner } = data;
    context.textBaseline = "middle";
    if (inner && size > 7) {
      context.textAlign = "center";
      context.font = `600 ${Math.round(size * 1.1)}px ${fonts}`;
      context.fillStyle = data.innerInk ?? colours.paper;
      context.fillText(inner, x, y + 0.5);
    }
    if (!label) return;
    context.font = `${SIZE}px ${fonts}`;
    const lines = wrap(label);
    const reach = Math.max(...lines.map((line) => context.measureText(line).width)) + size + 8;
    const left = x + reach > context.canvas.clientWidth && x > reach;
    context.textAlign = left ? "right" : "left";
    const start = left ? x - size - 4 : x + size + 4;
    lines.forEach((line, at) => {
      const top = y + (at - (lines.length - 1) / 2) * LINE;
      context.lineJoin = "round";
      context.lineWidth = 4;
      context.strokeStyle = colours.paper;
      context.strokeText(line, start, top);
      context.fillStyle = colours.ink;
      context.fillText(line, start, top);
    });
  };
}

const wrapped = new Map<string, readonly string[]>();

/** Breaks a label into two lines of about 14 full-width characters, cutting what is left. */
export function wrap(label: string): readonly string[] {
  const known = wrapped.get(label);
  if (known) return known;
  const lines = broken(label);
  wrapped.set(label, lines);
  return lines;
}

function broken(label: string): string[] {
  const reach = /[\u3000-\u9fff]/.test(label) ? 14 : 26;
  if (label.length <= reach) return [label];
  const lines = [""];
  for (const piece of pieces(label)) {
    const line = lines.at(-1)!;
    if (line && line.length + piece.trimEnd().length > reach) {
      if (lines.length === 2) return [lines[0]!.trim(), `${line.trim()}…`];
      lines.push(piece);
    } else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => (line.length > reach + 4 ? `${line.slice(0, reach + 2)}…` : line.trim()));
}

const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

function pieces(label: string): string[] {
  return [...segmenter.segment(label)].map(({ segment }) => segment);
}
