// What is asked of the usual plan and year is fetched at once, where the address names no other.
(() => {
  const query = new URLSearchParams(location.search);
  if (query.has("plan") || query.has("year")) return;
  for (const link of document.querySelectorAll("link.usual")) link.rel = "preload";
})();
