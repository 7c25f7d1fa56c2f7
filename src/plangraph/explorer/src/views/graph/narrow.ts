/** Whether the explorer is shown on a screen as narrow as a phone's. */
export function isNarrow(): boolean {
  return matchMedia("(width < 720px)").matches;
}
