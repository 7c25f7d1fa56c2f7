// Japanese sentences follow each other without a space: there is room enough in the full stop.

const STOP = /[。、]$/;

/** Take the spaces away that markup leaves between Japanese sentences, also of those that come later. */
export function closedUp(node: HTMLElement): () => void {
  closeUp(node);
  const watch = new MutationObserver(() => closeUp(node));
  watch.observe(node, { childList: true, characterData: true, subtree: true });
  return () => watch.disconnect();
}

function closeUp(node: HTMLElement): void {
  let before = "";
  for (const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT); texts.nextNode();) {
    const text = texts.currentNode as Text;
    const rest = text.data.trimStart();
    if (STOP.test(before) && rest !== text.data && !leadsOn(text)) text.data = rest;
    before = text.data || before;
  }
}

/** Whether what stands next is pressed, and no sentence. */
function leadsOn(text: Text): boolean {
  return !text.data.trim() && text.nextSibling instanceof Element && text.nextSibling.matches("a, button");
}
