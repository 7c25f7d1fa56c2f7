import { mount } from "svelte";
import App from "./App.svelte";
import { address, startRouting } from "./lib/address.svelte";
import { markPhrases } from "./lib/parted";
import { keepForLater } from "./lib/publication";
import { takeAsItCame } from "./lib/published/as_it_came";
import "../../pages/tokens.css";
import { watchPrinting } from "./lib/printing.svelte";
import "./styles/base.css";
import "./styles/print.css";

startRouting();
takeAsItCame(address.view);
watchPrinting();
markPhrases(document.body);
mount(App, { target: document.getElementById("app")! });
keepForLater();
