// A thing's own address leads to its page in the reader's language.
(() => {
  let chosen = navigator.language.startsWith("ja") ? "ja" : "en";
  try {
    chosen = localStorage.getItem("plangraph.language") || chosen;
  } catch {
    // Storage may be closed to this page.
  }
  const page = document.querySelector(`a[hreflang="${chosen === "ja" ? "ja" : "en"}"]`);
  if (page) location.replace(page.href + location.search + location.hash);
})();
