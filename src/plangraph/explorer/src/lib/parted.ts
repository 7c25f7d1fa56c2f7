// Lines of Japanese end between phrases, also where the browser does not know `word-break: auto-phrase`. There marks in
// the text say where a line may end: soft hyphens that are drawn as nothing. Finding in the page passes over them, and
// what is copied is without them.

import { JAPANESE } from "./i18n/script";
import { phrases } from "./phrases";

const MARK = "\u00ad";
/** What has no lines that the browser breaks, or is the reader's own. */
const LEFT_ALONE = "svg, pre, script, style, textarea, select, .yasqe";

/** A text of the page without the marks. */
export function unmarked(text: string): string {
  return text.replaceAll(MARK, "");
}

/** Mark the phrases of all Japanese text that is or comes below an element, where the browser does not find them. */
export function markPhrases(root: HTMLElement): void {
  if (CSS.supports("word-break", "auto-phrase")) return;
  markAll(root);
  new MutationObserver((changes) => {
    // What stood there before is marked already: a table that grows row by row is not read anew with each.
    for (const { type, target, addedNodes } of changes)
      for (const node of type === "characterData" ? [target] : addedNodes) markAll(node);
  }).observe(root, { childList: true, characterData: true, subtree: true });
  document.addEventListener("copy", copyUnmarked);
}

function markAll(node: Node): void {
  if (node instanceof Text) mark(node);
  else if (node instanceof Element && !node.closest(LEFT_ALONE))
    for (const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT); texts.nextNode();)
      mark(texts.currentNode as Text);
}

function mark(text: Text): void {
  const { data, parentElement: around } = text;
  if (!JAPANESE.test(data) || data.includes(MARK)) return;
  if (!around?.matches(":lang(ja)") || around.closest(LEFT_ALONE)) return;
  const parts = phrases(data);
  if (parts.length > 1) text.data = parts.join(MARK);
}

function copyUnmarked(event: ClipboardEvent): void {
  const selection = getSelection();
  const text = selection?.toString() ?? "";
  if (!selection || !text.includes(MARK)) return;
  event.clipboardData?.setData("text/plain", unmarked(text));
  event.clipboardData?.setData("text/html", unmarked(markupOf(selection.getRangeAt(0))));
  event.preventDefault();
}

/** What is selected as HTML, by which cells of a table stay cells elsewhere. */
function markupOf(range: Range): string {
  const { commonAncestorContainer: within } = range;
  const inTable = (within instanceof Element ? within : within.parentElement)?.closest("table");
  const around = document.createElement(inTable ? "table" : "div");
  around.append(range.cloneContents());
  return around.outerHTML;
}
