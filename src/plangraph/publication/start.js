// What a page of a thing needs of the explorer: thousands of such pages name it once, here.
(() => {
  const root = document.currentScript.src;
  const add = (elements) => {
    for (const [name, attributes] of elements) {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      for (const key of ["href", "src"]) if (attributes[key]) element[key] = new URL(attributes[key], root).href;
      document.head.append(element);
    }
  };
  const { at_once, last } = {};
  add(at_once);
  addEventListener("DOMContentLoaded", () => add(last)); // it writes into the page, which has to be there
})();
