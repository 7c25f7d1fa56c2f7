// What can wait until a page has come to rest: one thing after another, so that it never keeps what a reader asks for.

const QUIET = 300; // ms

let line: Promise<void> = Promise.resolve();

/** Do something that must not fail, after all else that waits. */
export function atRest(act: () => Promise<void>): void {
  line = line.then(() => new Promise((go) => setTimeout(go, QUIET))).then(act);
}
