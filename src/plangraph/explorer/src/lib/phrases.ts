// Text in lines that end between phrases.

/** A code stays on one line: 政策2-1. */
export const CODE = /(\d+(?:-\d+)+)/;
const words = new Intl.Segmenter("ja", { granularity: "word" });
/** What never begins a line: closing brackets, small kana, prolonged sounds, and the voiced kana of まちづくり. */
const NEVER_FIRST = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョづぢ]/u;
/** Particles and endings stay with what is before them. */
const SHORT = /^\p{Script=Hiragana}{1,2}$/u;
/** Endings that are told apart from the word before them: 受け・られる, 目標・どおり. */
const ENDING = /^(?:どおり|られ|され|させ|せら|ませ|まし|ながら)\p{Script=Hiragana}*$/u;
/** A noun that plans use much: no ending, though it is as short as one. */
const NOUN = /^まち$/u;
/** After these a word of two kana is one of its own (緑のまち), unless it is a particle, too. */
const BEFORE_WORD = /[をの]$/u;
const WORD_OF_KANA =
  /^(?!です|では|には|にも|での|でも|とは|とも|まで|から|など|より|だけ|ほど|のみ|への)\p{Script=Hiragana}{2}$/u;
const OPENS = /[\p{Ps}\p{Pi}\p{Pd}]$/u;
/** An arrow stays with what it points from or to. */
const [ARROW_BEFORE, ARROW_AFTER] = [/← ?$/u, /^→/u];
/** After these a line may always end. */
const PAUSES = /[・、。]$/u;
/** What a number is told with stays with it: 第4期, 令和6年度. */
const BEFORE_NUMBER = /(?:第|令和|平成|約)$/u;
const NUMBER = /^\d/;
const NUMBERED = /(?:第|令和|平成)\d+$/u;
/** A lone letter and the kana after it are one word: 住みやすい; so are it and the letters beside it: 安心して. */
const LONE = /^\p{Script=Han}$/u;
const ENDS_LETTERED = /\p{Script=Han}$/u;
const LETTERED = /^\p{Script=Han}/u;
/** Two short words of letters are one name: 基本政策; of longer ones a line may end between the words. */
const PAIR = /(?:^|\P{Script=Han})\p{Script=Han}{2}$/u;
const OF_TWO = /^\p{Script=Han}{2}$/u;
const KANA = /^\p{Script=Hiragana}/u;

/** What says what a name is of stays with it, also where the name is in kana: みなと市. */
const AFTER_NAME = /^[市区町村都府県課部局係室]$/u;

/** Names are set many times, in one width after another. */
const known = new Map<string, readonly string[]>();

/** The phrases of a text; put one after another they are the text again. */
export function phrases(text: string): readonly string[] {
  let found = known.get(text);
  if (!found) known.set(text, (found = divide(text)));
  return found;
}

function divide(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = found.at(-1);
    if (last !== undefined && staysWith(last, segment)) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

function staysWith(last: string, next: string): boolean {
  if (NEVER_FIRST.test(next) || OPENS.test(last)) return true;
  if (ARROW_AFTER.test(next) || ARROW_BEFORE.test(last)) return true;
  if (PAUSES.test(last)) return false;
  if (PAIR.test(last) && OF_TWO.test(next)) return true;
  if (ENDING.test(next)) return true;
  if (NOUN.test(next)) return false;
  if (BEFORE_NUMBER.test(last) && NUMBER.test(next)) return true;
  if (NUMBERED.test(last)) return LETTERED.test(next);
  if (AFTER_NAME.test(next)) return !BEFORE_WORD.test(last);
  if (BEFORE_WORD.test(last) && WORD_OF_KANA.test(next)) return false;
  if (LONE.test(last)) return KANA.test(next) || LETTERED.test(next);
  return SHORT.test(next) || (LONE.test(next) && ENDS_LETTERED.test(last)) || (next === " " && last !== " ");
}

/** A word of the letters with which a hyphen says that it goes on. */
const LATIN = /^\p{Script=Latin}{4,}/u;

/** The words of a phrase that is too long for a line: what is before a pause, else each by itself. */
function divided(phrase: string): string[] {
  const paused = phrase.split(/(?<=[・、。])/u);
  return paused.length > 1 ? paused : [...words.segment(phrase)].map(({ segment }) => segment);
}

/** Pictures are set again and again, and to part a text into words takes long. */
const widest = new WeakMap<Measure, Map<string, number>>();

/** How wide the widest word of a text is: in a narrower line it would be torn. */
export function widestWord(text: string, measure: Measure): number {
  let found = widest.get(measure);
  if (!found) widest.set(measure, (found = new Map<string, number>()));
  let width = found.get(text);
  if (width === undefined) {
    const words = phrases(text).flatMap((phrase) => divided(phrase).map((part) => measure(part.trim())));
    found.set(text, (width = Math.max(0, ...words)));
  }
  return width;
}

export interface Lines {
  readonly lines: readonly string[];
  /** Whether something of the text is left out. */
  readonly cut: boolean;
}

type Measure = (text: string) => number;

/** Pictures are set again and again, and most of their names into the same width. */
const broken = new WeakMap<Measure, Map<string, Lines>>();

/** Break a text into at most so many lines of a width; what does not fit is left out, and three dots say so. */
export function breakLines(text: string, width: number, most: number, measure: Measure): Lines {
  let found = broken.get(measure);
  if (!found) broken.set(measure, (found = new Map<string, Lines>()));
  const key = `${most} ${width} ${text}`;
  let lines = found.get(key);
  if (!lines) found.set(key, (lines = broke(text, width, most, measure)));
  return lines;
}

function broke(text: string, width: number, most: number, measure: Measure): Lines {
  const lines: string[] = [];
  let line = "";
  const rest = [...phrases(text)];
  while (rest.length) {
    const phrase = rest.shift()!;
    if (measure((line + phrase).trimEnd()) <= width) {
      line += phrase;
    } else if (line && lines.length + 1 < most) {
      lines.push(line.trim());
      line = "";
      rest.unshift(phrase);
    } else if (measure(phrase.trimEnd()) > width && lines.length + 1 < most) {
      const parts = divided(phrase);
      if (parts.length > 1) {
        rest.unshift(...parts);
        continue;
      }
      const hyphen = LATIN.test(phrase) ? "-" : "";
      const head = fitting(line + phrase, width - measure(hyphen), measure);
      lines.push(head + hyphen);
      line = "";
      rest.unshift(phrase.slice(head.length));
    } else return { lines: [...lines, `${fitting(line + phrase, width - measure("…"), measure).trim()}…`], cut: true };
  }
  return { lines: line.trim() || !lines.length ? [...lines, line.trim()] : lines, cut: false };
}

/** As much of the beginning of a text as a width holds. */
function fitting(text: string, width: number, measure: Measure): string {
  const letters = [...text];
  let [low, high] = [1, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(letters.slice(0, middle).join("")) <= width) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join("");
}
