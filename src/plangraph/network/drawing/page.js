// What pyvis's page does not do: marks whose shape says the kind, labels in two languages, a legend that filters, and
// what is selected in words. Nothing from the data is ever put in as markup.
const language = () => document.documentElement.lang;
const BASES = {
  ja: { Official: "公式", Assumed: "想定", Suggested: "提案", Inferred: "導出" },
  en: { Official: "official", Assumed: "assumed", Suggested: "suggested", Inferred: "inferred" },
};
const LONGEST = { ja: 18, en: 34 };
const EMS = { ja: 1, en: 0.52 }; // how wide a character is, in heights
const READABLE = 0.3; // below this scale only landmarks have labels; those of all would only smear
const LANDMARKS = new Set(["BasicPolicy", "Goal"]);
const [SMALLEST, COLUMN] = [10, 240]; // pixels on the screen; the picture's pixels from a mark to the next column

// The label as it fits: at least SMALLEST high on the screen, however far away, and no longer than its column is wide.
function fitted(whole, kind) {
  const scale = network.getScale();
  if (scale < READABLE && !LANDMARKS.has(kind)) return ["", 12];
  const height = Math.max(12, SMALLEST / scale);
  const room = scale < READABLE ? LONGEST[language()] : COLUMN / (height * EMS[language()]);
  const longest = Math.floor(Math.min(LONGEST[language()], room));
  return [whole.length <= longest ? whole : whole.slice(0, longest - 1) + "…", height];
}

function drawMark({ ctx, id, x, y, state: { selected, hover }, style }) {
  const { outline, shape, colour, label, kind } = plan.marks[id];
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
      const whole = label[language()];
      const [cut, height] = fitted(whole, kind);
      const text = selected || hover ? whole : cut;
      ctx.save();
      ctx.font = `${selected || hover ? "600 " : ""}${height}px ${getComputedStyle(document.body).fontFamily}`;
      ctx.textBaseline = "middle";
      ctx.lineWidth = height / 4;
      ctx.lineJoin = "round";
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
  let moved = false;
  network.once("afterDrawing", () => setTimeout(showAll)); // after vis-network has placed its own view
  for (const move of ["zoom", "dragStart"]) network.on(move, () => (moved = true));
  network.on("resize", () => moved || setTimeout(showAll));
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
