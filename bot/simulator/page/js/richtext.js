// Text with entities becomes elements. Offsets are UTF-16 units, as in JavaScript strings.

import { el } from "./dom.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };
const TAGGED = new Set(["hashtag", "cashtag", "mention", "text_mention", "phone_number"]);

export function rich(text, entities, actions) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted, actions);
}

function build(text, start, end, entities, actions) {
  const out = document.createDocumentFragment();
  let at = start;
  let queue = entities;
  while (queue.length) {
    const entity = queue[0];
    const stop = Math.min(entity.offset + entity.length, end);
    const inner = [];
    const rest = [];
    for (const other of queue.slice(1)) {
      const otherEnd = other.offset + other.length;
      if (other.offset >= stop) rest.push(other);
      else {
        inner.push(other);
        // Entities that cross are cut where the outer one ends.
        if (otherEnd > stop) rest.push({ ...other, offset: stop, length: otherEnd - stop });
      }
    }
    const block = BLOCKS.has(entity.type);
    let before = text.slice(at, entity.offset);
    if (block && before.endsWith("\n")) before = before.slice(0, -1);
    out.append(before, wrap(entity, text.slice(entity.offset, stop), build(text, entity.offset, stop, inner, actions), actions));
    at = block && text[stop] === "\n" ? stop + 1 : stop;
    queue = rest.sort((a, b) => a.offset - b.offset || b.length - a.length);
  }
  out.append(text.slice(at, end));
  return out;
}

function wrap(entity, words, inner, actions) {
  const type = entity.type;
  if (PLAIN[type]) return el(PLAIN[type], {}, inner);
  if (TAGGED.has(type)) return el("span", { class: "tag" }, inner);
  if (type === "code") return el("code", { title: "点按复制", onclick: () => actions.copy(words) }, inner);
  if (type === "pre") return el("pre", {}, inner);
  if (type === "blockquote") return el("blockquote", {}, inner);
  if (type === "expandable_blockquote") return folded(inner);
  if (type === "spoiler") return spoiler(inner);
  if (type === "bot_command") return el("button", { class: "cmd", type: "button", onclick: () => actions.command(words) }, inner);
  if (type === "url") return link(/^[a-z]+:/i.test(words) ? words : `https://${words}`, inner, actions);
  if (type === "email") return link(`mailto:${words}`, inner, actions);
  if (type === "text_link") return link(entity.url, inner, actions);
  return el("span", {}, inner);
}

export function safeAddress(address) {
  try {
    return ["http:", "https:", "mailto:", "tel:", "tg:"].includes(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}

function link(address, inner, actions) {
  const href = safeAddress(address);
  if (!href) return el("span", {}, inner);
  return el("a", {
    href, target: "_blank", rel: "noopener noreferrer", title: href,
    onclick: (event) => { if (actions.open(href)) event.preventDefault(); },
  }, inner);
}

function spoiler(inner) {
  const node = el("span", { class: "spoiler", role: "button", tabIndex: 0, "aria-label": "点按显示隐藏的文字" }, inner);
  const open = () => { node.classList.add("open"); node.removeAttribute("role"); node.removeAttribute("aria-label"); };
  node.addEventListener("click", open);
  node.addEventListener("keydown", (event) => { if (event.key === "Enter") open(); });
  return node;
}

function folded(inner) {
  const node = el("blockquote", { class: "folded" }, el("span", {}, inner));
  const toggle = el("button", { type: "button", class: "unfold", "aria-expanded": "false", onclick: () => {
    const open = node.classList.toggle("folded") === false;
    toggle.textContent = open ? "收起" : "展开";
    toggle.setAttribute("aria-expanded", String(open));
  } }, "展开");
  node.append(toggle);
  return node;
}
