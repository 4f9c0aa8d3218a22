// The list of a person's chats, behind the arrow.

import { avatar, badge, el } from "./dom.js";
import { clock } from "./time.js";

export function chatList(store, seat, unread, open) {
  return el("nav", { class: "chats", "aria-label": "会话列表" }, seat.chats.map((key) => {
    const chat = store.chat(key);
    const last = chat.messages.at(-1);
    const name = store.chatName(key);
    return el("button", { type: "button", onclick: () => open(key) },
      avatar(chat.private ? 5 : 3, name, "", chat.private ? "icon.svg" : ""),
      el("span", { class: "row" },
        el("div", {}, el("b", {}, name), el("small", {}, last ? clock(last.date) : "")),
        el("div", {}, el("span", { class: "line" }, last ? oneLine(last, chat) : "还没有消息"), badge(unread(key)))));
  }));
}

function oneLine(message, chat) {
  if (message.service) return message.service;
  const words = message.text.replace(/\s+/g, " ") || message.document?.name || "照片";
  return chat.private ? words : `${message.sender.name}：${words}`;
}
