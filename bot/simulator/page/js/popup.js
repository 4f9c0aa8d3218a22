// The list above the input: commands of the bot, or what inline mode offers.

import { el } from "./dom.js";

export class Popup {
  constructor() {
    this.node = el("div", { class: "popup", role: "listbox", "aria-label": "可选项", hidden: true });
    this.items = [];
    this.at = -1;
  }

  get open() {
    return !this.node.hidden && this.items.length > 0;
  }

  // items: [{title, text, two, go, fill}]
  show(items, empty = "") {
    this.items = items;
    this.at = items.length ? 0 : -1;
    this.node.replaceChildren(...items.map((item, index) => el("button", {
      type: "button", role: "option", class: item.two ? "two" : "",
      onmousedown: (event) => event.preventDefault(),
      onclick: () => { this.hide(); item.go(); },
      onmouseenter: () => this.mark(index),
    }, el("b", {}, item.title), el("span", {}, item.text))));
    if (!items.length && empty) this.node.append(el("p", {}, empty));
    this.node.hidden = !items.length && !empty;
    this.mark(this.at);
  }

  hide() {
    this.node.hidden = true;
    this.items = [];
  }

  mark(index) {
    this.at = index;
    [...this.node.children].forEach((child, i) => {
      child.classList.toggle("on", i === index);
      child.setAttribute("aria-selected", String(i === index));
    });
    this.node.children[index]?.scrollIntoView?.({ block: "nearest" });
  }

  // Keys typed in the input; true when the popup has used one.
  key(event) {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.mark((this.at + step + this.items.length) % this.items.length);
    else if (event.key === "Escape") this.hide();
    else if (event.key === "Tab" && this.items[this.at].fill) this.items[this.at].fill();
    else if (event.key === "Enter" && !event.shiftKey) {
      const chosen = this.items[this.at];
      this.hide();
      chosen.go();
    } else return false;
    event.preventDefault();
    return true;
  }
}
