import { mount } from "svelte";
import App from "./App.svelte";
import { startRouting } from "./lib/address.svelte";
import "./styles/tokens.css";
import "./styles/base.css";

startRouting();
mount(App, { target: document.getElementById("app")! });
