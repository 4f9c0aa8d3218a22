// What opens above a telephone's screen: toasts, dialogs, menus, pictures.

import { el, icon } from "./dom.js";

export function toast(screen, text) {
  screen.querySelector(".toast")?.remove();
  const node = el("div", { class: "toast", role: "status" }, text);
  screen.append(node);
  setTimeout(() => node.remove(), 2200 + 60 * text.length);
}

// Keeps Tab inside, closes on Escape and on a press outside, gives the focus back.
function layer(screen, extra, inside, onclose = () => {}) {
  const before = document.activeElement;
  const node = el("div", { class: `layer ${extra}` }, inside);
  const close = () => {
    if (!node.isConnected) return;
    node.remove();
    onclose();
    if (before?.isConnected) before.focus({ preventScroll: true });
  };
  node.addEventListener("pointerdown", (event) => { if (event.target === node) close(); });
  node.addEventListener("contextmenu", (event) => event.preventDefault());
  node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.stopPropagation(); close(); }
    if (event.key === "Tab") keepInside(node, event);
  });
  screen.append(node);
  return close;
}

function keepInside(node, event) {
  const stops = [...node.querySelectorAll("button, input, textarea, a[href]")].filter((s) => !s.disabled);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement === edge) {
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }
}

export function alertDialog(screen, title, text) {
  const ok = el("button", { type: "button", onclick: () => close() }, "好");
  const box = el("div", { class: "dialog", role: "alertdialog", "aria-modal": "true", "aria-label": title },
    el("h4", {}, title), el("p", {}, text), el("div", { class: "ends" }, ok));
  const close = layer(screen, "dim", box);
  ok.focus();
}

export function confirmDialog(screen, title, text, action, go) {
  const yes = el("button", { type: "button", onclick: () => { close(); go(); } }, action);
  const box = el("div", { class: "dialog", role: "alertdialog", "aria-modal": "true", "aria-label": title },
    el("h4", {}, title), el("p", {}, text),
    el("div", { class: "ends" }, el("button", { type: "button", onclick: () => close() }, "取消"), yes));
  const close = layer(screen, "dim", box);
  yes.focus();
}

export function sheet(screen, box, onclose) {
  return layer(screen, "dim", box, onclose);
}

// items: [{icon, text, danger, go}]
export function menu(screen, x, y, items) {
  const list = el("div", { class: "ctx", role: "menu" });
  for (const item of items) {
    list.append(el("button", {
      type: "button", role: "menuitem", class: item.danger ? "danger" : "",
      onclick: () => { close(); item.go(); },
    }, icon(item.icon, 19), item.text));
  }
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...list.children];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  });
  const close = layer(screen, "", list);
  const frame = screen.getBoundingClientRect();
  const size = list.getBoundingClientRect();
  const left = Math.max(8, Math.min(x - frame.left, frame.width - size.width - 8));
  const top = Math.max(8, Math.min(y - frame.top, frame.height - size.height - 8));
  list.style.left = `${left}px`;
  list.style.top = `${top}px`;
  list.firstChild.focus({ preventScroll: true });
}

export function viewer(url, alt) {
  const shut = el("button", { type: "button", "aria-label": "关闭图片", onclick: () => close() }, icon("close", 26));
  const node = el("div", { class: "viewer", role: "dialog", "aria-modal": "true", "aria-label": alt }, el("img", { src: url, alt }), shut);
  const before = document.activeElement;
  const close = () => { node.remove(); before?.focus({ preventScroll: true }); };
  node.addEventListener("click", (event) => { if (event.target === node) close(); });
  node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "Tab") event.preventDefault();
  });
  document.body.append(node);
  shut.focus();
}
