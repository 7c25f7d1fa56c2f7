// What pyvis's page does not do: marks whose shape says the kind, labels in two languages, a legend that filters, and
// what is selected in words. Nothing from the data is ever put in as markup.
const language = () => document.documentElement.lang;
const BASES = {
  ja: { Official: "公式", Assumed: "想定", Suggested: "提案", Inferred: "導出" },
  en: { Official: "official", Assumed: "assumed", Suggested: "suggested", Inferred: "inferred" },
};
const LONGEST = { ja: 18, en: 34 };
const READABLE = 0.4; // below this scale labels would only smear

function drawMark({ ctx, id, x, y, state: { selected, hover }, style }) {
  const { outline, shape, colour, label } = plan.marks[id];
  return {
    drawNode() {
      ctx.save();
      ctx.beginPath();
      if (outline.length) outline.forEach(([dx, dy], i) => (i ? ctx.lineTo(x + dx, y + dy) : ctx.moveTo(x + dx, y + dy)));
      else ctx.arc(x, y, style.size, 0, 2 * Math.PI);
      ctx.closePath();
      ctx.fillStyle = shape === "circle" ? "#FBFAF7" : colour;
      ctx.fill();
      ctx.lineWidth = selected || hover ? 3 : shape === "circle" ? 2 : 1;
      ctx.strokeStyle = selected || hover ? "#0B6E6E" : colour;
      ctx.stroke();
      ctx.restore();
    },
    drawExternalLabel() {
      if (network.getScale() < READABLE && !selected && !hover) return;
      const whole = label[language()];
      const longest = LONGEST[language()];
      const text = selected || hover || whole.length <= longest ? whole : whole.slice(0, longest - 1) + "…";
      ctx.save();
      ctx.font = `${selected || hover ? "600 " : ""}12px ${getComputedStyle(document.body).fontFamily}`;
      ctx.textBaseline = "middle";
      ctx.lineWidth = 3;
      ctx.strokeStyle = "#FBFAF7";
      ctx.strokeText(text, x + style.size + 5, y);
      ctx.fillStyle = "#1C2430";
      ctx.fillText(text, x + style.size + 5, y);
      ctx.restore();
    },
    nodeDimensions: { width: 2 * style.size, height: 2 * style.size },
  };
}

function line(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function describe(id) {
  const about = document.getElementById("about");
  about.replaceChildren();
  if (id === undefined) return;
  const mark = plan.marks[id];
  const yen = mark.budget ? ` · ${new Intl.NumberFormat(language()).format(mark.budget)} ${language() === "ja" ? "円" : "yen"}` : "";
  about.append(line("h2", mark.label[language()]), line("p", mark.kinds[language()] + yen));
  const list = document.createElement("ul");
  for (const edge of network.getConnectedEdges(id)) {
    const { from, to } = edges.get(edge);
    const [relation, basis] = plan.edges[edge];
    const trust = BASES[language()][basis] ? `（${BASES[language()][basis]}）` : "";
    const words = `${plan.relations[relation][language()]}${trust}`;
    const other = plan.marks[from === id ? to : from].label[language()];
    list.append(line("li", from === id ? `→ ${words} → ${other}` : `← ${words} ← ${other}`));
  }
  about.append(list);
}

// vis-network's own fit() does not know how far custom marks and labels reach.
function showAll() {
  const xs = nodes.get().map(({ x }) => x);
  const ys = nodes.get().map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs) - 30, Math.max(...xs) + 200, Math.min(...ys) - 30, Math.max(...ys) + 30];
  const { clientWidth, clientHeight } = document.getElementById("mynetwork");
  const scale = 0.95 * Math.min(clientWidth / (right - left), clientHeight / (bottom - top), 1.3);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
}

function afterDrawing() {
  let chosen;
  network.once("afterDrawing", () => setTimeout(showAll)); // after vis-network has placed its own view
  network.on("selectNode", ({ nodes: [id] }) => describe((chosen = id)));
  network.on("deselectNode", () => describe((chosen = undefined)));
  document.getElementById("language").addEventListener("click", () => {
    document.documentElement.lang = language() === "ja" ? "en" : "ja";
    document.title = document.querySelector(`h1 span[lang="${language()}"]`).textContent;
    network.redraw();
    describe(chosen);
  });
  for (const button of document.querySelectorAll("#legend button")) {
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(shown));
      const changed = [];
      plan.marks.forEach((mark, id) => mark.kind === button.dataset.kind && changed.push({ id, hidden: !shown }));
      nodes.update(changed);
    });
  }
}
