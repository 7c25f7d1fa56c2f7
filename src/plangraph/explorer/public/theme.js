// Before the first paint, so that a chosen theme does not flash into place.
try {
  const chosen = localStorage.getItem("plangraph.theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be closed to this page; the system's theme then holds.
}
