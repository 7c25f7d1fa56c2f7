// One task at a time: what is asked while typing must not wait behind answers that nobody waits for any more.

/** Carries out a task after the one before, or not at all (`undefined`) if a later one has come by then. */
export function latest<T>(): (task: () => Promise<T>) => Promise<T | undefined> {
  let turn = 0;
  let before: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = ++turn;
    const answer = before.then(() => (mine === turn ? task() : undefined));
    before = answer.catch(() => undefined);
    return answer;
  };
}
