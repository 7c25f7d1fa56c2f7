// A picture as it leaves the screen: by itself, with its title, what was asked, its legend, source, licence and date.

import { breakLines } from "./phrases";
import { escapeXml } from "./xml";

/** An entry of the legend as it is drawn: a mark, a line, or else a swatch. */
export interface Key {
  readonly label: string;
  readonly colour: string;
  /** Lengths of dashes and gaps, for a line; a swatch has none. */
  readonly dashes?: string | undefined;
  readonly line?: boolean;
  /** The outline of a mark in a box of 16 by 16, and whether it is not filled. */
  readonly family?: { readonly outline: string; readonly open: boolean };
}

export interface Around {
  readonly title: string;
  /** What one sees, in a sentence. */
  readonly sentence: string;
  /** What was chosen for it; may be empty. */
  readonly asked: string;
  readonly legend: readonly Key[];
  /** Source, licence, date, address; each a line. */
  readonly credit: readonly string[];
}

/** The marks of a picture, and the part of the plane in which they stand. */
export interface Drawing {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** SVG elements. */
  readonly marks: string;
}

/** What of the computed style of a mark says how it looks. */
const STYLE = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "font-size",
  "font-weight",
  "font-variant-numeric",
  "text-anchor",
  "dominant-baseline",
] as const;
/** What is the same without being said. */
const USUAL: Readonly<Record<string, string>> = {
  "fill-opacity": "1",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
  opacity: "1",
  "font-variant-numeric": "normal",
  "text-anchor": "start",
  "dominant-baseline": "auto",
  stroke: "none",
};
const MARGIN = 24; // pixels
const LEAST = 640; // pixels
const SVG = "http://www.w3.org/2000/svg";
const FONTS = "Hiragino Sans, Yu Gothic UI, Noto Sans JP, Noto Sans CJK JP, sans-serif";

/** What an SVG on the screen shows. What is marked `data-screen` is only for the screen. */
export function drawingOf(svg: SVGSVGElement): Drawing {
  for (const motion of svg.getAnimations({ subtree: true })) motion.finish(); // what is on its way has arrived
  const { x, y, width, height } = svg.viewBox.baseVal;
  return { left: x, top: y, width, height, marks: inner(svg) };
}

/** Pictures one below the other, as an SVG document of its own with all that a report needs. */
export function standalone(drawings: readonly Drawing[], around: Around, paper: string, ink: string): string {
  const width = Math.max(LEAST, ...drawings.map((drawing) => drawing.width + 2 * MARGIN));
  const out: string[] = [];
  let y = MARGIN + 18;
  const write = (text: string, size: number, weight = 400) => {
    const measure = measured(`${weight} ${size}px ${FONTS}`);
    for (const line of breakLines(text, width - 2 * MARGIN, 9, measure).lines) {
      out.push(`<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}">${escapeXml(line)}</text>`);
      y += size * 1.5;
    }
  };
  write(around.title, 20, 700);
  write(around.sentence, 14);
  if (around.asked) write(around.asked, 12);
  for (const { left, top, width: wide, height, marks } of drawings) {
    const across = drawings.length > 1 ? MARGIN : (width - wide) / 2;
    out.push(`<g transform="translate(${across - left} ${y - top})">${marks}</g>`);
    y += height + 24;
  }
  y = legend(around.legend, y, width, out);
  for (const line of around.credit) write(line, 11);
  return [
    `<svg xmlns="${SVG}" viewBox="0 0 ${width} ${y + 8}" width="${width}" height="${y + 8}" font-family="${FONTS}">`,
    `<title>${escapeXml(around.title)}</title><desc>${escapeXml(around.sentence)}</desc>`,
    `<rect width="100%" height="100%" fill="${paper}"/><g fill="${ink}">`,
    ...out,
    "</g></svg>",
    "",
  ].join("\n");
}

/** A page that holds nothing but an SVG document, to be handed on. */
export function toHtml(svg: string, lang: string): string {
  const title = /<title>.*?<\/title>/.exec(svg)?.[0] ?? "";
  const look = "body{margin:0}svg{display:block;margin:auto}";
  return (
    `<!doctype html>\n<html lang="${lang}">\n<head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">${title}<style>${look}</style></head>\n` +
    `<body>\n${svg}</body>\n</html>\n`
  );
}

/** The longest side and the most pixels that browsers on desks paint; telephones paint fewer, without saying so. */
const LONGEST = 16_384;
const MOST_PIXELS = 100_000_000;
/** How many times its size a PNG is, and at least, if a browser paints so much. */
export const TIMES = 2;
const LEAST_TIMES = 0.2;

/** An image, and how many times the size of the picture it is. */
export interface Painting {
  readonly blob: Blob;
  readonly times: number;
}

/** An SVG document painted at twice its size, or less where that is more than the browser paints. */
export async function toPng(svg: string): Promise<Painting> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: wide, naturalHeight: tall } = image;
    let times = Math.min(TIMES, LONGEST / Math.max(wide, tall), Math.sqrt(MOST_PIXELS / (wide * tall)));
    let canvas = paintedOn(image, times);
    while (!isPainted(canvas) && times > LEAST_TIMES) canvas = paintedOn(image, (times /= Math.SQRT2));
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve({ blob, times }) : reject(new Error("PNG"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

function paintedOn(image: HTMLImageElement, times: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(image.naturalWidth * times);
  canvas.height = Math.floor(image.naturalHeight * times);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Whether its corners are there: what is too large for a browser stays empty. */
function isPainted(canvas: HTMLCanvasElement): boolean {
  const one = document.createElement("canvas");
  [one.width, one.height] = [2, 1];
  const context = one.getContext("2d")!;
  context.drawImage(canvas, 0, 0, 1, 1, 0, 0, 1, 1);
  context.drawImage(canvas, canvas.width - 1, canvas.height - 1, 1, 1, 1, 0, 1, 1);
  const { data } = context.getImageData(0, 0, 2, 1);
  return data[3] === 255 && data[7]! > 0;
}

function legend(keys: readonly Key[], from: number, width: number, out: string[]): number {
  const measure = measured(`400 12px ${FONTS}`);
  let [x, y] = [MARGIN, from];
  for (const key of keys) {
    const { label } = key;
    const wide = 40 + measure(label) + 16;
    if (x > MARGIN && x + wide > width - MARGIN) [x, y] = [MARGIN, y + 20];
    out.push(sign(key, x, y), `<text x="${x + 36}" y="${y}" font-size="12">${escapeXml(label)}</text>`);
    x += wide;
  }
  return keys.length ? y + 26 : y;
}

/** What stands before an entry of the legend, from a left edge on, on the line of its words. */
function sign({ colour, dashes, line, family }: Key, x: number, y: number): string {
  const dashed = dashes ? ` stroke-dasharray="${dashes}"` : "";
  if (line) return `<path d="M${x} ${y - 4}h28" fill="none" stroke="${plain(colour)}" stroke-width="2"${dashed}/>`;
  if (!family) return `<rect x="${x + 7}" y="${y - 11}" width="14" height="14" rx="3" fill="${plain(colour)}"/>`;
  const paint = family.open ? `fill="none" stroke="${plain(colour)}" stroke-width="2"` : `fill="${plain(colour)}"`;
  return `<path d="${family.outline}" ${paint} transform="translate(${x + 7} ${y - 11}) scale(0.875)"/>`;
}

/** The marks of a picture with their looks written on them, and nothing that only a page understands. */
export function inner(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [all, copies] = [svg, copy].map((one) => [
    ...one.querySelectorAll<SVGElement>(":not([data-screen], [data-screen] *)"),
  ]);
  const looks = new Map<Element, readonly string[]>();
  all!.forEach((element, at) => dress(element, copies![at]!, looks));
  for (const only of copy.querySelectorAll("[data-screen]")) only.remove();
  const writer = new XMLSerializer();
  return [...copy.children].map((child) => writer.serializeToString(child)).join("");
}

/** Write on a copy how its element looks; `looks` are those of elements around others, which are asked often. */
function dress(element: SVGElement, copy: SVGElement, looks: Map<Element, readonly string[]>): void {
  for (const { name } of [...copy.attributes])
    if (/^(class|style|role|tabindex|aria-|data-(?!screen))/.test(name)) copy.removeAttribute(name);
  if (!(element instanceof SVGGraphicsElement) && !element.closest("marker")) return;
  if (element.style.transform)
    copy.setAttribute("transform", getComputedStyle(element).transform.replace(/^none$/, ""));
  const around = element.parentElement;
  if (around && !looks.has(around)) looks.set(around, look(around));
  const inherited = around && looks.get(around);
  look(element).forEach((value, at) => {
    const name = STYLE[at]!;
    if (value === USUAL[name] && (value === inherited?.[at] || name === "opacity")) return;
    copy.setAttribute(name, name === "fill" || name === "stroke" ? plain(value) : value);
  });
}

/** What `STYLE` names, as the browser has it for an element. */
function look(element: Element): string[] {
  const style = getComputedStyle(element);
  return STYLE.map((name) => style.getPropertyValue(name));
}

const painted = new Map<string, readonly [number, number, number, number]>();
let dot: CanvasRenderingContext2D | undefined;

/** A colour as #rrggbb, which every program reads; what cannot be seen is `none`, or another. */
export function plain(colour: string, none = "none"): string {
  if (colour === "none" || colour.startsWith("url(") || colour.startsWith("#")) return colour;
  const [r, g, b, a] = channels(colour);
  return a ? `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}` : none;
}

/** How opaque a colour is, from 0 to 1. */
export function opacityOf(colour: string): number {
  return channels(colour)[3] / 255;
}

function channels(colour: string): readonly [number, number, number, number] {
  const known = painted.get(colour);
  if (known) return known;
  dot ??= brush();
  dot.clearRect(0, 0, 1, 1);
  dot.fillStyle = colour;
  dot.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = dot.getImageData(0, 0, 1, 1).data;
  const found = [r, g, b, a] as const;
  painted.set(colour, found);
  return found;
}

function measured(font: string): (text: string) => number {
  const context = brush();
  context.font = font;
  return (text) => context.measureText(text).width;
}

function brush(): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [1, 1];
  return canvas.getContext("2d", { willReadFrequently: true })!;
}
