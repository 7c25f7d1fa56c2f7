// Texts are copied also where the browser keeps its clipboard to itself: on pages that come without TLS, as those of a
// city's own network do.

/** Copy a text; fails where no way to do so is left. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!asByHand(text)) throw new Error("nothing may be written to the clipboard");
  }
}

/** Copy a text as a person does with a key; says whether that was let happen. */
function asByHand(text: string): boolean {
  let done = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener("copy", give, { capture: true });
  const allowed = document.execCommand("copy");
  document.removeEventListener("copy", give, { capture: true });
  return allowed && done;
}
