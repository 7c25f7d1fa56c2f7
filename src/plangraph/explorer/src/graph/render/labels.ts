// The words on the picture: names on a halo of paper, numbers inside marks, and what each column holds.

import type { Heading } from "./headings";
import { meet, place, markBox, type Box, type Form, type Placed, type Side, type Wish } from "./placing";

/** Height of letters and of lines, among few marks and among many. */
const USUAL = { size: 12, line: 15 };
const SMALL = { size: 11, line: 12.5 };
const ROOMY = 640; // pixels
/** Height of the smallest letters, those of headings. */
export const SMALLEST = 11; // pixels
const RING = 5; // pixels
/** The radius of a mark from which on no name lies over it, where there are few. */
const LARGE = 4;

export interface LabelColours {
  readonly ink: string;
  readonly soft: string;
  readonly paper: string;
}

/** A mark as it stands on the screen, with what may be written beside and in it. */
export interface Labelled {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label: string;
  readonly code: string;
  readonly weight: number;
  readonly must: boolean;
  /** Whether a ring stands around it. */
  readonly ringed: boolean;
  /** What stands inside the mark, such as the number of a goal. */
  readonly inner: string;
  readonly innerInk: string;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Labelled[];
  readonly headings: readonly Heading[];
  /** The height on the screen above which headings stand. */
  readonly top: number;
  /** Whether there are so many marks that names must be few and short. */
  readonly crowded: boolean;
}

export class Labels {
  readonly #context: CanvasRenderingContext2D;
  readonly #forms = new Map<string, Form>();
  #colours: LabelColours;
  readonly #fonts: string;
  #type = USUAL;
  #times = 1;

  constructor(context: CanvasRenderingContext2D, colours: LabelColours, fonts: string) {
    this.#context = context;
    this.#colours = colours;
    this.#fonts = fonts;
  }

  recolour(colours: LabelColours): void {
    this.#colours = colours;
  }

  /** From now on set letters so many times as high as on the screen. */
  enlarge(times: number): void {
    this.#times = times;
  }

  draw(sheet: Sheet): void {
    const context = this.#context;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const taken = this.#headings(sheet);
    for (const mark of sheet.marks) if (mark.inner) this.#inner(mark);
    const roomy = sheet.width > ROOMY;
    const { size, line } = sheet.crowded ? SMALL : USUAL;
    this.#type = { size: size * this.#times, line: line * this.#times };
    const room = { left: 2, top: 2, right: sheet.width - 2, bottom: sheet.height - 2 };
    const wishes = sheet.marks
      .filter((mark) => mark.label && isNear(mark, sheet))
      .map((mark) => this.#wish(mark, roomy && !sheet.crowded));
    const marks = sheet.marks.filter((mark) => sheet.crowded || mark.inner || mark.must || mark.size >= LARGE);
    this.#font(this.#type.size);
    const sides: readonly Side[] = sheet.crowded ? ["right", "left"] : ["right", "left", "below", "above"];
    for (const placed of place(wishes, {
      room,
      taken: [...taken, ...marks.map(markBox)],
      sides,
      most: roomy ? 70 : 26,
    }))
      this.#name(placed);
  }

  #wish(mark: Labelled, roomy: boolean): Wish {
    const reach = /[\u3000-\u9fff]/.test(mark.label) ? (roomy ? 14 : 9) : roomy ? 26 : 17;
    const full = this.#form(mark.label, reach);
    const forms = mark.code && !mark.inner ? [full, this.#form(mark.code, reach)] : [full];
    return { ...mark, size: mark.size + (mark.ringed ? RING : 0), forms };
  }

  #form(text: string, reach: number): Form {
    const key = `${reach} ${this.#type.size} ${text}`;
    const known = this.#forms.get(key);
    if (known) return known;
    this.#font(this.#type.size);
    const lines = wrap(text, reach);
    const width = Math.max(...lines.map((line) => this.#context.measureText(line).width));
    const form = { lines, width, height: lines.length * this.#type.line };
    this.#forms.set(key, form);
    return form;
  }

  #name({ form, box, side }: Placed): void {
    const context = this.#context;
    const [align, x] = (
      {
        right: ["left", box.left],
        left: ["right", box.right],
        below: ["center", (box.left + box.right) / 2],
        above: ["center", (box.left + box.right) / 2],
      } as const
    )[side];
    context.textAlign = align;
    form.lines.forEach((line, at) => this.#write(line, x, box.top + (at + 0.5) * this.#type.line, this.#colours.ink));
  }

  #inner({ x, y, size, inner, innerInk }: Labelled): void {
    const context = this.#context;
    this.#font(Math.max(this.#times > 1 ? SMALLEST * this.#times : 8, Math.round(size * 1.1)), 600);
    context.textAlign = "center";
    context.fillStyle = innerInk || this.#colours.paper;
    context.fillText(inner, x, y + 0.5);
  }

  /** What each column holds, above it; where columns are close, the words stand on several lines by turns. */
  #headings({ headings, top, width }: Sheet): Box[] {
    const context = this.#context;
    this.#font(SMALLEST * this.#times);
    context.textAlign = "center";
    const taken: Box[] = [];
    for (const { text, x } of headings) {
      const half = context.measureText(text).width / 2 + 3;
      const middle = Math.min(Math.max(x, half + 2), width - half - 2);
      for (let row = 0; row < 3; row++) {
        const y = top - (15 + row * 14) * this.#times;
        const [above, below] = [y - 7 * this.#times, y + 7 * this.#times];
        const box = { left: middle - half, top: above, right: middle + half, bottom: below };
        if (box.top < 0 || taken.some((other) => meet(box, other))) continue;
        taken.push(box);
        this.#write(text, middle, y, this.#colours.soft);
        break;
      }
    }
    return taken;
  }

  #write(text: string, x: number, y: number, ink: string): void {
    const context = this.#context;
    context.lineWidth = 4;
    context.strokeStyle = this.#colours.paper;
    context.strokeText(text, x, y);
    context.fillStyle = ink;
    context.fillText(text, x, y);
  }

  #font(size: number, weight = 400): void {
    this.#context.font = `${weight} ${size}px ${this.#fonts}`;
  }
}

function isNear({ x, y, size }: Labelled, { width, height }: Sheet): boolean {
  return x > -size && y > -size && x < width + size && y < height + size;
}

/** Breaks a label into two lines of about so many characters, between words, and cuts what is left. */
function wrap(label: string, reach: number): readonly string[] {
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

/** The words of a label with the signs about them: no line begins with a middle dot or ends with an opening bracket. */
function pieces(label: string): string[] {
  const found: string[] = [];
  for (const { segment } of segmenter.segment(label)) {
    if (/^[\p{Pe}\p{Pf}\p{Po}ー]/u.test(segment) || /[\p{Ps}\p{Pi}]$/u.test(found.at(-1) ?? ""))
      found.push((found.pop() ?? "") + segment);
    else found.push(segment);
  }
  return found;
}
