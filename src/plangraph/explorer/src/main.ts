import { mount } from "svelte";
import App from "./App.svelte";
import { startRouting } from "./lib/address.svelte";
import "../../pages/tokens.css";
import "./styles/base.css";

// The page as it came, for browsers that do not get as far as this.
document.querySelector(".plain")?.remove();
startRouting();
mount(App, { target: document.getElementById("app")! });
