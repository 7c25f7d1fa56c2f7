/** Waits for several things at a time, and gives what each brings under its name. */
export async function allOf<T extends object>(asked: T): Promise<{ [Name in keyof T]: Awaited<T[Name]> }> {
  const come = await Promise.all(Object.entries(asked).map(async ([name, one]) => [name, await one] as const));
  return Object.fromEntries(come) as { [Name in keyof T]: Awaited<T[Name]> };
}
