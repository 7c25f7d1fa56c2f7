// What the browser has laid out as HTML, as the marks of an SVG: boxes, lines of text and drawings, where they stand.

import { unmarked } from "./parted";
import { inner, opacityOf, plain, type Drawing } from "./picture";
import { escapeXml } from "./xml";

interface Stop {
  readonly colour: string;
  /** Where it stands: of a length in pixels, or a share of the box's. */
  readonly at: number | undefined;
  readonly share: boolean;
}

/** Parts of a page that are for the screen only. */
export const SCREEN = "[data-screen], select, input, textarea, .visually-hidden";
/** Lines of text whose tops differ by less stand on one line. */
const ONE_LINE = 3;

let count = 0;

/** The picture that an element shows, whole: what scrolls is laid out at its full length, and no name is cut. */
export function painted(root: HTMLElement, leaveOut = SCREEN): Drawing {
  const stuck = [...root.querySelectorAll<HTMLElement>("*")].filter(
    (element) => getComputedStyle(element).position === "sticky",
  );
  const places = stuck.map(({ style }) => style.position);
  root.classList.add("leaving");
  for (const { style } of stuck) style.position = "static";
  const shrunk = cutLines(root);
  for (const { element, size } of shrunk) element.style.fontSize = `${size}px`;
  try {
    return drawn(root, leaveOut);
  } finally {
    root.classList.remove("leaving");
    for (const { element } of shrunk) element.style.fontSize = "";
    stuck.forEach(({ style }, at) => (style.position = places[at]!));
  }
}

/** The names on one line that are wider than their box, and the size of letters in which they are not. */
function cutLines(root: HTMLElement): { element: HTMLElement; size: number }[] {
  return [...root.querySelectorAll<HTMLElement>("*")].flatMap((element) => {
    const { textOverflow, fontSize } = getComputedStyle(element);
    if (textOverflow !== "ellipsis" || element.scrollWidth <= element.clientWidth) return [];
    return [{ element, size: (0.98 * parseFloat(fontSize) * element.clientWidth) / element.scrollWidth }];
  });
}

function drawn(root: HTMLElement, leaveOut: string): Drawing {
  const { left, top } = root.getBoundingClientRect();
  const out: string[] = [];
  // The browser keeps each range right at each change of the page, long after it is of use: thousands would halt it.
  const range = document.createRange();
  const size = { right: 0, bottom: 0 };
  const reach = (right: number, bottom: number) => {
    size.right = Math.max(size.right, right);
    size.bottom = Math.max(size.bottom, bottom);
  };

  const walk = (element: Element): void => {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || element.matches(leaveOut)) return;
    const { width, height, ...at } = element.getBoundingClientRect().toJSON() as DOMRect;
    const [x, y] = [at.left - left, at.top - top];
    const faded = Number(style.opacity) < 1;
    if (faded) out.push(`<g opacity="${style.opacity}">`);
    if (element instanceof SVGSVGElement) {
      const { x: vx, y: vy, width: vw, height: vh } = element.viewBox.baseVal;
      const box = vw ? ` viewBox="${vx} ${vy} ${vw} ${vh}"` : "";
      out.push(`<svg x="${x}" y="${y}" width="${width}" height="${height}"${box} overflow="visible">`);
      out.push(inner(element), "</svg>");
      const marks = element.getBBox();
      const scale = vw ? width / vw : 1;
      reach(x + Math.max(width, (marks.x + marks.width - vx) * scale), y + height);
    } else {
      for (const part of partsOf(element, style)) {
        if (box(style, part.left - left, part.top - top, part.width, part.height, out))
          reach(part.right - left, part.bottom - top);
      }
      for (const run of runsOf(element)) {
        if (run instanceof Element) walk(run);
        else
          for (const line of linesOf(run, range)) {
            out.push(lettering(line.text, line.left - left, line.top - top, style));
            reach(line.right - left, line.bottom - top);
          }
      }
    }
    if (faded) out.push("</g>");
  };
  for (const child of root.children) walk(child);
  return { left: 0, top: 0, width: Math.ceil(size.right), height: Math.ceil(size.bottom), marks: out.join("\n") };
}

/** The parts of an element: what is set in columns has one in each of them, else there is one. */
function partsOf(element: Element, { display }: CSSStyleDeclaration): Iterable<DOMRect> {
  return display === "inline" ? [element.getBoundingClientRect()] : element.getClientRects();
}

/** Draw the background and borders of a box; tells whether there were any. */
function box(style: CSSStyleDeclaration, x: number, y: number, width: number, height: number, out: string[]): boolean {
  const before = out.length;
  if (!width || !height) return false;
  const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
  const rect = (fill: string, w = width, h = height) =>
    `<rect x="${x + (width - w) / 2}" y="${y + (height - h) / 2}" width="${w}" height="${h}" rx="${radius}" ${fill}/>`;
  const mask = gradientOf(style.maskImage);
  const own = opacityOf(style.backgroundColor);
  if (own > 0 && mask) {
    const stops = mask.stops.map((stop) => ({
      ...stop,
      opacity: opacityOf(stop.colour),
      colour: style.backgroundColor,
    }));
    out.push(gradient({ ...mask, stops }, x, y, width, height, rect));
  } else if (own > 0) out.push(rect(painting("fill", style.backgroundColor)));
  const image = gradientOf(style.backgroundImage);
  if (image) {
    const [w = "auto"] = style.backgroundSize.split(" ");
    const wide = w.endsWith("px") ? parseFloat(w) : width;
    out.push(gradient(image, x, y, width, height, (fill) => rect(fill, wide)));
  }
  const sides = { Top: [x, y, x + width, y], Right: [x + width, y, x + width, y + height] } as const;
  const others = { Bottom: [x, y + height, x + width, y + height], Left: [x, y, x, y + height] } as const;
  for (const [side, [x1, y1, x2, y2]] of Object.entries({ ...sides, ...others })) {
    const of = (part: string) => style.getPropertyValue(`border-${side.toLowerCase()}-${part}`);
    const thick = parseFloat(of("width"));
    if (!thick || of("style") === "none" || !opacityOf(of("color"))) continue;
    const dashes = of("style") === "dashed" ? ` stroke-dasharray="${3 * thick} ${2 * thick}"` : "";
    out.push(
      `<path d="M${x1} ${y1}L${x2} ${y2}" ${painting("stroke", of("color"))} stroke-width="${thick}"${dashes}/>`,
    );
  }
  return out.length > before;
}

function painting(what: "fill" | "stroke", colour: string): string {
  const opacity = opacityOf(colour);
  return `${what}="${plain(colour)}"${opacity < 1 ? ` ${what}-opacity="${opacity.toFixed(2)}"` : ""}`;
}

/** What is inside an element, one after another: elements, and texts that nothing but possible ends of lines part. */
function runsOf(element: Element): (Element | Text[])[] {
  const runs: (Element | Text[])[] = [];
  for (const node of element.childNodes) {
    const last = runs.at(-1);
    if (node instanceof Text && Array.isArray(last)) last.push(node);
    else if (node instanceof Text) runs.push([node]);
    else if (node instanceof Element && node.localName !== "wbr") runs.push(node);
  }
  return runs;
}

interface TextLine {
  text: string;
  readonly left: number;
  right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The lines into which the browser has broken a text, measured with one range of the document. */
function linesOf(texts: readonly Text[], range: Range): TextLine[] {
  const lines: TextLine[] = [];
  for (const text of texts) {
    let at = 0;
    for (const letter of text.data) {
      range.setStart(text, at);
      range.setEnd(text, (at += letter.length));
      const spot = range.getClientRects()[0];
      if (!spot || (!spot.width && /\s/.test(letter))) continue;
      const line = lines.at(-1);
      if (line && Math.abs(line.top - spot.top) < ONE_LINE) {
        line.text += letter;
        line.right = spot.right;
      } else lines.push({ text: letter, left: spot.left, right: spot.right, top: spot.top, bottom: spot.bottom });
    }
  }
  return lines.filter(({ text }) => text.trim());
}

const rulers = new Map<string, number>();

/** A line of text: its letters stand on a base line, which lies the font's ascent below the top of its box. */
function lettering(text: string, x: number, top: number, style: CSSStyleDeclaration): string {
  const { fontSize, fontWeight, fontFamily, fontFeatureSettings, color } = style;
  const font = `${fontWeight} ${fontSize} ${fontFamily}`;
  if (!rulers.has(font)) {
    const context = document.createElement("canvas").getContext("2d")!;
    context.font = font;
    rulers.set(font, context.measureText("国").fontBoundingBoxAscent);
  }
  const y = top + rulers.get(font)!;
  const weight = fontWeight === "400" ? "" : ` font-weight="${fontWeight}"`;
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}"`;
  const set = `font-size="${parseFloat(fontSize)}"${weight} ${painting("fill", color)} xml:space="preserve"`;
  const narrow =
    fontFeatureSettings === "normal"
      ? ""
      : ` style="font-feature-settings:${fontFeatureSettings.replaceAll('"', "'")}"`;
  return `<text ${place} ${set}${narrow}>${escapeXml(unmarked(text))}</text>`;
}

interface Gradient {
  readonly repeats: boolean;
  /** As in CSS: 0 upwards, 90 to the right. */
  readonly degrees: number;
  readonly stops: readonly (Stop & { readonly opacity?: number })[];
}

/** A linear gradient as the browser says it of an element's style. */
function gradientOf(css: string): Gradient | undefined {
  const [, repeats, inside = ""] = /^(repeating-)?linear-gradient\((.*)\)$/.exec(css) ?? [];
  if (!inside) return undefined;
  const parts = inside.split(/,\s*(?![^()]*\))/);
  const [, degrees] = /^([\d.]+)deg$/.exec(parts[0]!) ?? [];
  const to = { "to right": 90, "to left": 270, "to top": 0, "to bottom": 180 }[parts[0]!];
  const own = degrees !== undefined || to !== undefined;
  const stops = parts.slice(own ? 1 : 0).flatMap((part): Stop[] => {
    const [, colour = part, where = ""] = /^(.*?\)|#\w+|\w+)((?:\s+-?[\d.]+(?:px|%))*)$/.exec(part) ?? [];
    const spots = where.trim().split(/\s+/).filter(Boolean);
    if (!spots.length) return [{ colour, at: undefined, share: true }];
    return spots.map((spot) => ({
      colour,
      at: spot.endsWith("%") ? parseFloat(spot) / 100 : parseFloat(spot),
      share: spot.endsWith("%"),
    }));
  });
  return { repeats: Boolean(repeats), degrees: degrees === undefined ? (to ?? 180) : Number(degrees), stops };
}

function gradient(
  { repeats, degrees, stops }: Gradient,
  x: number,
  y: number,
  width: number,
  height: number,
  rect: (fill: string) => string,
): string {
  const turn = (degrees * Math.PI) / 180;
  const [dx, dy] = [Math.sin(turn), -Math.cos(turn)];
  const whole = Math.abs(width * dx) + Math.abs(height * dy);
  const inPixels = stops.map(({ at, share }, index) =>
    at === undefined ? (whole * index) / Math.max(1, stops.length - 1) : share ? at * whole : at,
  );
  const length = repeats ? (inPixels.at(-1) ?? whole) : whole;
  const [cx, cy] = [x + width / 2 - (dx * whole) / 2, y + height / 2 - (dy * whole) / 2];
  const id = `gradient-${(count += 1)}`;
  const ends = `x1="${cx}" y1="${cy}" x2="${cx + dx * length}" y2="${cy + dy * length}"`;
  const steps = stops.map(({ colour, opacity = opacityOf(colour) }, index) => {
    const offset = (inPixels[index]! / (length || 1)).toFixed(4);
    return `<stop offset="${offset}" stop-color="${plain(colour, "#000000")}" stop-opacity="${opacity.toFixed(2)}"/>`;
  });
  const again = repeats ? ' spreadMethod="repeat"' : "";
  return (
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends}${again}>${steps.join("")}</linearGradient>` +
    rect(`fill="url(#${id})"`)
  );
}
