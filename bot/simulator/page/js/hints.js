// For newcomers: a card of suggestions that folds into the lamp of the bar once it was used.

import { el, icon } from "./dom.js";

export class Hints {
  // side: {hint_title, hints}; use(hint) sends or fills in
  constructor(side, use) {
    this.side = side;
    this.use = use;
    this.state = side.hints.length ? "open" : "gone";
    this.card = el("aside", { class: "hints", "aria-label": side.hint_title, hidden: true });
    this.lamp = el("button", { type: "button", class: "round bulb", "aria-label": side.hint_title, title: side.hint_title, hidden: true, onclick: () => this.set("open") }, icon("bulb", 22));
    this.lamp.addEventListener("animationend", () => this.lamp.classList.remove("pulse"));
    this.card.append(
      el("h4", {}, icon("bulb", 17), side.hint_title),
      el("button", { type: "button", class: "round close", "aria-label": "收起提示", onclick: () => this.set("folded") }, icon("close", 17)),
      el("ul", {}, side.hints.map((hint) => el("li", {}, this.line(hint)))));
  }

  // A hint without a text is only to be read.
  line(hint) {
    if (!hint.text) return el("p", {}, hint.label);
    return el("button", { type: "button", onclick: () => { this.set("folded"); this.use(hint); } }, hint.label);
  }

  set(state) {
    this.state = state;
    // Where the card went is shown once, not again with every message.
    this.lamp.classList.toggle("pulse", state === "folded");
    this.draw();
  }

  draw(possible = this.possible) {
    this.possible = possible;
    this.card.hidden = !possible || this.state !== "open";
    this.lamp.hidden = !possible || this.state !== "folded";
  }
}
