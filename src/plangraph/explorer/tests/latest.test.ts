import { expect, test } from "vitest";

import { latest } from "../src/lib/latest";

test("of what comes while a task runs, only the latest is carried out", async () => {
  const run = latest<string>();
  const done: string[] = [];
  const task = (name: string) => async () => {
    await Promise.resolve();
    done.push(name);
    return name;
  };
  const first = run(task("c"));
  await Promise.resolve();
  const answers = await Promise.all([first, run(task("ch")), run(task("chi"))]);
  expect(done).toEqual(["c", "chi"]);
  expect(answers).toEqual(["c", undefined, "chi"]);
});

test("a task that fails keeps the next from nothing", async () => {
  const run = latest<string>();
  const failing = run(() => Promise.reject(new Error("no engine")));
  await expect(failing).rejects.toThrow("no engine");
  expect(await run(() => Promise.resolve("again"))).toBe("again");
});
