// What pyvis's page does not do: marks whose shape says the kind, labels in two languages, a legend that filters, and
// what is selected in words. Nothing from the data is ever put in as markup.
const language = () => document.documentElement.lang;
const LONGEST = { ja: 18, en: 34 };
const EMS = { ja: 1, en: 0.52 }; // how wide a character is, in heights
const READABLE = 0.3; // below this scale only landmarks have labels; those of all would only smear
const dark = matchMedia("(prefers-color-scheme: dark)");
const [SMALLEST, COLUMN] = [10, 240]; // pixels on the screen; the picture's pixels from a mark to the next column

// The label as it fits: at least SMALLEST high on the screen, however far away, and no longer than its column is wide.
function fitted(whole, landmark) {
  const scale = network.getScale();
  if (scale < READABLE && !landmark) return ["", 12];
  const height = Math.max(12, SMALLEST / scale);
  const room = scale < READABLE ? LONGEST[language()] : COLUMN / (height * EMS[language()]);
  const longest = Math.floor(Math.min(LONGEST[language()], room));
  return [whole.length <= longest ? whole : whole.slice(0, longest - 1) + "…", height];
}

// The colours of the page as they are now, on light or dark ground, each as [red, green, blue].
function ground() {
  const probe = document.createElement("span");
  document.body.append(probe);
  const found = {};
  for (const token of ["paper", "ink", "accent"]) {
    probe.style.color = `var(--${token})`;
    found[token] = getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number);
  }
  probe.remove();
  return found;
}
let colours = ground();
const css = (channels) => `rgb(${channels.join(", ")})`;
const mixed = (strength) =>
  css(colours.ink.map((ink, i) => Math.round(ink * strength + colours.paper[i] * (1 - strength))));

function drawMark({ ctx, id, x, y, state: { selected, hover }, style }) {
  const { outline, open, colour, label, landmark } = plan.marks[id];
  const chosen = selected || hover;
  return {
    drawNode() {
      const unit = style.size / 8; // outlines stand in a box of 16 by 16
      ctx.save();
      ctx.translate(x - style.size, y - style.size);
      ctx.scale(unit, unit);
      const path = new Path2D(outline);
      ctx.fillStyle = open ? css(colours.paper) : colour[dark.matches ? "dark" : "light"];
      ctx.strokeStyle = chosen ? css(colours.accent) : colour[dark.matches ? "dark" : "light"];
      ctx.lineWidth = (chosen ? 3 : open ? 1.8 : 0.8) / unit;
      ctx.lineJoin = "round";
      ctx.fill(path);
      ctx.stroke(path);
      ctx.restore();
    },
    drawExternalLabel() {
      const whole = label[language()];
      const [cut, height] = fitted(whole, landmark);
      const text = chosen ? whole : cut;
      ctx.save();
      ctx.font = `${chosen ? "600 " : ""}${height}px ${getComputedStyle(document.body).fontFamily}`;
      ctx.textBaseline = "middle";
      ctx.lineWidth = height / 4;
      ctx.lineJoin = "round";
      ctx.strokeStyle = css(colours.paper);
      ctx.strokeText(text, x + style.size + 5, y);
      ctx.fillStyle = css(colours.ink);
      ctx.fillText(text, x + style.size + 5, y);
      ctx.restore();
    },
    nodeDimensions: { width: 2 * style.size, height: 2 * style.size },
  };
}

// Lines are the ink of the page, the fainter the less they may be trusted.
function paintLines() {
  colours = ground();
  const painted = (strength = 0.45) => ({ color: mixed(strength), inherit: false });
  edges.update(plan.edges.map(([, basis], id) => ({ id, color: painted(plan.bases[basis]?.strength) })));
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
  const lang = language();
  const told = [mark.kinds[lang]];
  if (mark.budget !== null) told.push(`${new Intl.NumberFormat(lang).format(mark.budget)} ${plan.currency[lang]}`);
  about.append(line("h2", mark.label[lang]), line("p", told.join(" · ")));
  const list = document.createElement("ul");
  for (const edge of network.getConnectedEdges(id)) {
    const { from, to } = edges.get(edge);
    const [relation, basis] = plan.edges[edge];
    const trust = plan.bases[basis]?.[language()];
    const words = plan.relations[relation][language()] + (trust ? `, ${trust}` : "");
    const other = plan.marks[from === id ? to : from].label[language()];
    list.append(line("li", from === id ? `→ ${words} → ${other}` : `← ${words} ← ${other}`));
  }
  about.append(list);
}

// vis-network's own fit() does not know how far custom marks and labels reach.
function showAll() {
  const xs = nodes.get().map(({ x }) => x);
  const ys = nodes.get().map(({ y }) => y);
  const [left, right] = [Math.min(...xs) - 30, Math.max(...xs) + 200];
  const [top, bottom] = [Math.min(...ys) - 30, Math.max(...ys) + 30];
  const { clientWidth, clientHeight } = document.getElementById("mynetwork");
  const scale = 0.95 * Math.min(clientWidth / (right - left), clientHeight / (bottom - top), 1.3);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
}

paintLines();
options.nodes = { ctxRenderer: drawMark };
const network = new vis.Network(document.getElementById("mynetwork"), { nodes, edges }, options);
attend();

function attend() {
  let chosen;
  let moved = false;
  network.once("afterDrawing", () => setTimeout(showAll)); // after vis-network has placed its own view
  for (const move of ["zoom", "dragStart"]) network.on(move, () => (moved = true));
  network.on("resize", () => moved || setTimeout(showAll));
  network.on("selectNode", ({ nodes: [id] }) => describe((chosen = id)));
  network.on("deselectNode", () => describe((chosen = undefined)));
  dark.addEventListener("change", paintLines);
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
      plan.marks.forEach((mark, id) => mark.family === button.dataset.family && changed.push({ id, hidden: !shown }));
      nodes.update(changed);
    });
  }
}
