// A field above a list of what may be meant, worked by keys: the combobox of the ARIA Authoring Practices Guide.

/** What the list is called in the page, and what its options' names begin with. */
export interface Names {
  readonly list: string;
  readonly option: string;
}

/** What the field is to those who hear the page; `active` is the option that is chosen by keys, -1 for none. */
export function fieldOf({ list, option }: Names, active: number, shown: boolean) {
  return {
    role: "combobox",
    "aria-expanded": shown,
    "aria-controls": list,
    "aria-autocomplete": "list",
    "aria-activedescendant": shown && active >= 0 ? `${option}-${active}` : undefined,
    autocomplete: "off",
  } as const;
}

/** What an option is; a press on it leaves the field in focus. */
export function optionOf({ option }: Names, at: number, active: number) {
  return {
    id: `${option}-${at}`,
    role: "option",
    "aria-selected": at === active,
    onmousedown: (event: MouseEvent) => event.preventDefault(),
  } as const;
}

/** The option to which an arrow leads, around the ends; undefined for other keys, and where there is none. */
export function stepped(event: KeyboardEvent, active: number, count: number): number | undefined {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !count) return undefined;
  event.preventDefault();
  return (active + step + count + (active < 0 && step < 0 ? 1 : 0)) % count;
}
