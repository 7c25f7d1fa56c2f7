/** Whether a key still belongs to an input method, which makes words of kana: Safari ends that before its Enter. */
export function isComposing({ isComposing, keyCode }: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return isComposing || keyCode === 229;
}
