// One message, or one album, as an element of the thread.

import { avatar, el, icon, sizeText } from "./dom.js";
import { rich, safeAddress } from "./richtext.js";
import { clock, full } from "./time.js";
import { viewer } from "./layers.js";

// block: messages of one album, or a single one. look: {mine, group, first, last, busy, actions}
export function bubble(block, look) {
  const head = block[0];
  if (head.service) return el("li", { class: "note" }, head.service);
  const caption = block.find((m) => m.text) || head;
  const box = el("div", { class: "bubble" });
  const column = el("div", { class: "col" }, box);
  const hasPhoto = block.some((m) => m.photo);
  if (hasPhoto) box.classList.add("media");
  if (look.group && !look.mine && look.first) box.append(who(head));
  if (head.forwarded !== undefined) box.append(el("div", { class: "fwd" }, `转发自 ${head.forwarded}`));
  if (head.via) box.append(el("div", { class: "fwd" }, `通过 @${head.via}`));
  if (head.reply) box.append(quoted(head.reply, look));
  if (hasPhoto) box.append(photos(block, look.actions));
  for (const m of block) if (m.document) box.append(file(m.document));
  box.append(words(caption, look, hasPhoto));
  if (head.reactions.length) box.append(el("div", { class: "reacts" }, head.reactions.map((r) => el("span", {}, r))));
  box.append(moreButton(look, head));
  const last = block.at(-1);
  if (last.keyboard.length) {
    column.classList.add("keys");
    column.append(keyboard(last, look));
  }
  const item = el("li", { class: "msg" }, column);
  item.dataset.id = head.id;
  for (const name of ["mine", "group", "first", "last"]) item.classList.toggle(name, Boolean(look[name]));
  if (look.group && !look.mine) item.prepend(look.last ? face(head.sender) : el("span", { class: "gap" }));
  return item;
}

function face(sender) {
  return avatar(sender.id, sender.name, "", sender.bot ? "icon.svg" : "");
}

function who(message) {
  return el("div", { class: `who ink${message.sender.bot ? 5 : Math.abs(message.sender.id) % 7}` }, message.sender.name,
    message.sender.bot ? el("small", {}, "机器人") : null);
}

function quoted(reply, look) {
  return el("button", { type: "button", class: "quoted", "aria-label": `回复 ${reply.name} 的消息，转到原消息`, onclick: () => look.actions.find(reply.id) },
    el("b", {}, reply.name), el("span", {}, reply.text));
}

function meta(message, look, over) {
  const node = el("span", { class: over ? "meta over" : "meta", title: full(message.date) },
    message.edited ? "已编辑 " : "", el("time", {}, clock(message.date)));
  if (look.mine) node.append(icon("read", 15, 2.2));
  return node;
}

function words(message, look, hasPhoto) {
  if (!message.text) return meta(message, look, hasPhoto);
  // The time floats in the last line, so it stands in the same box as the text.
  return el("div", { class: "text" }, rich(message.text, message.entities, look.actions), meta(message, look, false));
}

function photos(block, actions) {
  const shown = block.filter((m) => m.photo);
  const grid = el("div", { class: shown.length > 1 ? `grid n${shown.length}` : "one" });
  for (const m of shown) {
    const alt = m.text ? `图片：${m.text.slice(0, 40)}` : "图片";
    const picture = el("img", { src: m.photo.url, alt, loading: "lazy", width: m.photo.width, height: m.photo.height });
    picture.addEventListener("load", () => actions.grown());
    const button = el("button", { type: "button", class: "photo", "aria-label": `查看${alt}`, onclick: () => viewer(m.photo.url, alt) }, picture);
    if (shown.length === 1) button.style.aspectRatio = `${m.photo.width} / ${Math.max(m.photo.height, 1)}`;
    grid.append(button);
  }
  return grid;
}

function file(document) {
  return el("a", { class: "file", href: document.url, download: document.name, title: `下载 ${document.name}` },
    el("span", { class: "disc" }, icon("file", 21)),
    el("span", {}, el("b", {}, document.name), el("small", {}, `${sizeText(document.size)} · 下载`)));
}

function keyboard(message, look) {
  const rows = message.keyboard.map((row, r) => el("div", {}, row.map((button, c) => {
    const busy = look.busy.has(`${message.id}:${r}:${c}`);
    const node = el("button", {
      type: "button", class: `${button.style} ${busy ? "busy" : ""}`, "aria-busy": busy ? "true" : null,
      onclick: () => look.actions.press(message, r, c, button),
    }, button.text);
    if (button.url && safeAddress(button.url)) node.append(icon("out", 13));
    if (button.copy) node.append(icon("copy", 13));
    return node;
  })));
  return el("div", { class: "keyboard", role: "group", "aria-label": "按钮" }, rows);
}

function moreButton(look, message) {
  return el("button", {
    type: "button", class: "more", "aria-label": "对这条消息的操作", "aria-haspopup": "menu",
    onclick: (event) => {
      const spot = event.currentTarget.getBoundingClientRect();
      look.actions.menu(message, spot.left, spot.bottom + 4);
    },
  }, icon("down", 16, 2.4));
}
