// How much room the view has: what folds where there is little of it, and where there is least.

import { MediaQuery } from "svelte/reactivity";

export const little = new MediaQuery("(width < 720px) or (height < 720px)");
export const least = new MediaQuery("(width < 720px) or (height < 560px)");
