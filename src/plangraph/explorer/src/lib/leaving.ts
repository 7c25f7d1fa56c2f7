// What a picture that leaves a view alone takes with it from there.

import { createContext } from "svelte";

/** What the view of a picture says, in words. */
export interface Around {
  readonly title: () => string;
  readonly sentence: () => string;
  readonly asked: () => string;
}

export const [around, setAround] = createContext<Around>();
