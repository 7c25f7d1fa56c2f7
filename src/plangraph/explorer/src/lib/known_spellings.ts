// What a text may have meant that nothing is called by: another spelling of its words, or words that stand together
// (plangraph/known_spellings.py); both are held to tests/known_spellings.json.

import hits from "../generated/hits.json";
import rules from "../generated/spelling_rules.json";
import { ask } from "./api";
import { apart, counted, folded } from "./folding";
import { mostFrequent, nearSpelling, type Name } from "./near_spelling";
import { inKana } from "./romanisation";
import { text } from "./terms";

const SPACED = new RegExp(rules.spaced, "u");
const MIXED = new RegExp(rules.mixed, "u");
const AFTER_HAN = new RegExp(rules.after_han, "u");
const BETWEEN_HAN = new RegExp(rules.between_han, "gu");
const SHORT_FORM = new RegExp(rules.short_form, "u");

/** The spellings that are known: what things are called in any language, and how that is read, word by word. */
export class Spellings {
  private readonly whole: string;

  constructor(
    private readonly names: readonly Name[],
    private readonly readings: readonly string[],
  ) {
    const read = readings.map((reading) => reading.replaceAll(" ", ""));
    this.whole = [...names.map(({ plain }) => plain), ...read].join("\n");
  }

  /** The words that a text may have meant, the likeliest first: its own apart, and then respelt. */
  *meant(words: string): Generator<string[]> {
    const seen = new Set([words]);
    const loose = apart(words);
    const ways = [
      () => words.split(/\s+/).map((word) => this.respelt(word)),
      () => loose,
      () => loose.map((word) => this.respelt(word)),
      () => loose.flatMap((word) => this.divided(word)),
    ];
    for (const way of ways) {
      const meant = way();
      if (!meant.length || seen.has(meant.join(" "))) continue;
      seen.add(meant.join(" "));
      yield meant;
    }
  }

  /** A word as names have it: if none does, what it is short for, in other kana, or with another letter. */
  private respelt(word: string): string {
    const own = [word, counted(word)].find((each) => this.has(each));
    if (own) return own;
    return (
      this.abbreviated(word) ||
      this.withOtherKana(word) ||
      inKana(word, this.readings) ||
      nearSpelling(word, this.names) ||
      word
    );
  }

  /** The shortest name that begins and ends as a word does and has its letters in order (健康福祉局 for 健福局); or "". */
  private abbreviated(word: string): string {
    if (!SHORT_FORM.test(word)) return "";
    const inOrder = new RegExp(`^${[...folded(word)].join(".*")}$`, "u");
    const found = this.names.filter(({ plain }) => inOrder.test(plain)).map(({ name }) => name);
    return found.sort((a, b) => a.length - b.length)[0] ?? "";
  }

  /** How most names write a word in other kana (障害者 for 障がい者, 取組 for 取り組み), or "". */
  private withOtherKana(word: string): string {
    const plain = folded(word);
    if (!MIXED.test(plain)) return "";
    const pattern = plain.replace(AFTER_HAN, "").replace(BETWEEN_HAN, rules.other_kana);
    const counts = new Map<string, number>();
    for (const [spelling] of this.whole.matchAll(new RegExp(pattern, "gu")))
      counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
    return mostFrequent(counts);
  }

  private has(word: string): boolean {
    return this.whole.includes(folded(word));
  }

  /** The parts of a word that names have, each as long as may be; the word itself if there are others. */
  private divided(word: string): string[] {
    const parts: string[] = [];
    for (let at = 0; at < word.length && !SPACED.test(word);) {
      let end = word.length;
      while (end >= at + rules.shortest_part && !this.has(word.slice(at, end))) end -= 1;
      if (end < at + rules.shortest_part) return [word];
      parts.push(word.slice(at, end));
      at = end;
    }
    return parts.length ? parts : [word];
  }
}

let held: Promise<Spellings> | undefined;

/** The spellings of what is served, fetched when something is not found. */
export function spellings(): Promise<Spellings> {
  held ??= fetchSpellings();
  held.catch(() => (held = undefined));
  return held;
}

async function fetchSpellings(): Promise<Spellings> {
  const { rows } = await ask("spellings");
  const isReading = ({ label }: (typeof rows)[number]) => label?.["xml:lang"]?.toLowerCase() === hits.reading;
  const names = rows.filter((row) => !isReading(row)).map(({ label }) => text(label));
  const readings = rows.filter(isReading).map(({ label }) => text(label));
  return new Spellings(
    names.map((name) => ({ name, plain: folded(name) })),
    readings,
  );
}
