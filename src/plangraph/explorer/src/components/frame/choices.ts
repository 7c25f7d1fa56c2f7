import { unmarked } from "../../lib/parted";

/** What is chosen in the controls above a picture, and what is said of it there. */
export function choicesIn(controls: HTMLElement | undefined): string[] {
  const choices = [...(controls?.querySelectorAll("label") ?? [])].flatMap((label) => {
    const [list, mark] = [label.querySelector("select"), label.querySelector("input")];
    const said = (list ? label.firstChild : label)?.textContent?.trim() ?? "";
    if (list) return `${said}: ${list.selectedOptions[0]?.text ?? ""}`;
    return mark?.checked ? said : [];
  });
  const said = controls?.querySelectorAll<HTMLElement>("span.small.quiet:not([data-screen])") ?? [];
  const notes = [...said].map((note) => note.innerText);
  return [choices.join(" · "), ...notes].map(unmarked);
}
