// The picture as SVG: the same marks, lines and places as on the screen, with all labels as text.

import type { Language } from "../../lib/address.svelte";
import { familyOf } from "../../lib/notation";
import { fillOf, radius, strokeOf, type Palette } from "../look";
import type { Knowledge } from "../records";
import type { Drawing } from "../selection";
import type { Position } from "../state";
import { escapeXml } from "../../lib/xml";

const WIDTH = 1600;
const MARGIN = 60;
const CROWDED = 400;

export interface Picture {
  readonly drawing: Drawing;
  readonly knowledge: Knowledge;
  readonly positions: ReadonlyMap<string, Position>;
  readonly colours: Palette;
  readonly lang: Language;
}

/** The picture as an SVG document. */
export function toSvg(picture: Picture): string {
  const { place, height } = frame(picture);
  const crowded = picture.drawing.nodes.length > CROWDED;
  const lines = picture.drawing.edges.map((edge) => {
    const [[x1, y1], [x2, y2]] = [place(edge.source), place(edge.target)];
    const { colour, width, dashes } = strokeOf(edge, picture.colours, crowded);
    const dashed = dashes ? ` stroke-dasharray="${dashes}"` : "";
    return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour}" stroke-width="${width}"${dashed}/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">`,
    `<rect width="100%" height="100%" fill="${picture.colours.paper}"/>`,
    `<g fill="none">${lines.join("")}</g>`,
    `<g font-family="Hiragino Sans, Yu Gothic UI, Noto Sans JP, sans-serif" font-size="${crowded ? 5 : 11}">`,
    ...picture.drawing.nodes.map((node) => markOf(node.id, picture, place(node.id))),
    "</g></svg>",
    "",
  ].join("\n");
}

function markOf(id: string, { knowledge, colours, lang }: Picture, [x, y]: Position): string {
  const node = knowledge.nodes.get(id)!;
  const r = radius(node, knowledge);
  const fill = fillOf(node);
  const { outline, open } = familyOf(node.kind);
  const paint = open ? `fill="none" stroke="${fill}" stroke-width="2"` : `fill="${fill}"`;
  const scale = Math.round((r / 8) * 100) / 100;
  const words = escapeXml([node.code, node.label[lang]].filter(Boolean).join(" "));
  return (
    `<g><title>${words}</title>` +
    `<path d="${outline}" ${paint} transform="translate(${round(x - r)} ${round(y - r)}) scale(${scale})"/>` +
    `<text x="${round(x + r + 3)}" y="${round(y + 3)}" fill="${colours.ink}">${words}</text></g>`
  );
}

function frame({ positions, drawing }: Picture) {
  const points = drawing.nodes.map((node) => positions.get(node.id) ?? ([0, 0] as Position));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = (WIDTH - 4 * MARGIN) / Math.max(right - left, (high - low) / 2, 1e-9);
  const place = (id: string): Position => {
    const [x, y] = positions.get(id) ?? [0, 0];
    return [round(MARGIN + (x - left) * scale), round(MARGIN + (high - y) * scale)];
  };
  return { place, height: Math.ceil((high - low) * scale + 2 * MARGIN) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
