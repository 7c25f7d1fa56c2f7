/** Whether a key still belongs to an input method, which makes words of kana: Safari ends that before its Enter. */
export function isComposing({ isComposing, keyCode }: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return isComposing || keyCode === 229;
}

/** What a field listens to whose text is looked up; not while an input method is still making it. */
export function lookingUp(look: () => Promise<void>): {
  oninput: (event: Event) => void;
  oncompositionend: () => void;
} {
  return {
    oninput: (event) => {
      if (!(event as InputEvent).isComposing) void look();
    },
    oncompositionend: () => void look(),
  };
}
