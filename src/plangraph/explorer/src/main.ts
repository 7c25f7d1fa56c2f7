import { mount } from "svelte";
import App from "./App.svelte";
import { startRouting } from "./lib/address.svelte";
import { keepForLater } from "./lib/publication";
import "../../pages/tokens.css";
import { watchPrinting } from "./lib/printing.svelte";
import "./styles/base.css";
import "./styles/print.css";

// The page as it came, for browsers that do not get as far as this.
document.querySelector(".plain")?.remove();
startRouting();
watchPrinting();
keepForLater();
mount(App, { target: document.getElementById("app")! });
