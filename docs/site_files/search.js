// The search's index holds Japanese word by word, but takes what is typed as one word: it is parted into words here.
const words = globalThis.Intl?.Segmenter && new Intl.Segmenter("ja", { granularity: "word" });
const QUERY = 2; // the message by which Material for MkDocs asks its worker
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+/gu;

function parted(run) {
  const segments = Array.from(words.segment(run), (each) => each.segment);
  const found = segments.flatMap((segment) => segment.split(/(?<=\p{Script=Hiragana})(?=\p{Script=Han})/u));
  const telling = found.filter((word) => !/^\p{Script=Hiragana}+$/u.test(word));
  return (telling.length ? telling : found).join(" ");
}

const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...more) {
  const asked = words && message?.type === QUERY && typeof message.data === "string";
  return post.call(this, asked ? { ...message, data: message.data.replace(JAPANESE, parted) } : message, ...more);
};
