// What a page of a thing needs of the explorer: thousands of such pages name it once, here.
(() => {
  const root = document.currentScript.src;
  const add = ([name, attributes]) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    for (const key of ["href", "src", "content"])
      if (attributes[key]?.startsWith("./")) element[key] = new URL(attributes[key], root).href;
    document.head.append(element);
    return element;
  };
  const come = (sheet) => new Promise((done) => (sheet.onload = sheet.onerror = done));
  const { at_once, last } = {};
  for (const [, { src }] of last) add(["link", { rel: "modulepreload", crossorigin: "", href: src }]);
  const sheets = at_once.map(add).filter(({ rel }) => rel === "stylesheet");
  const styled = Promise.all(sheets.map(come)); // nothing of the explorer is drawn before it has its colours
  addEventListener("DOMContentLoaded", () => void styled.then(() => last.map(add))); // it writes into the page
})();
