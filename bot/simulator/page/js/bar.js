// The bar above a chat: the way back, the name, who is typing, the menu.

import { avatar, badge, el, icon, redraw } from "./dom.js";
import { menu } from "./layers.js";
import { now } from "./time.js";

export function drawBar(phone) {
  phone.bar.classList.toggle("plain", phone.listing);
  if (phone.listing) {
    redraw(phone.bar, el("div", { class: "names" }, el("h3", {}, "会话")));
    return;
  }
  const { chat, key, store } = phone;
  const name = store.chatName(key);
  redraw(
    phone.bar,
    back(phone),
    avatar(chat.private ? 5 : 3, name, "", chat.private ? "icon.svg" : ""),
    el("div", { class: "names" }, el("h3", {}, name), line(phone, chat)),
    phone.hints.lamp,
    el("button", { type: "button", class: "round", "aria-label": "更多", "aria-haspopup": "menu", onclick: (event) => more(phone, event) }, icon("more", 22)),
  );
}

function back(phone) {
  const others = phone.seat.chats.filter((key) => key !== phone.key);
  if (!others.length) return null;
  const unread = others.reduce((sum, key) => sum + phone.reading.unread(phone.person, key), 0);
  return el("button", { type: "button", class: "round back", "aria-label": "会话列表", onclick: () => phone.showList() }, icon("back", 26), badge(unread));
}

function line(phone, chat) {
  if ((phone.typingUntil.get(phone.key) || 0) > now()) {
    const words = chat.private ? "正在输入" : `${phone.store.data.bot.name} 正在输入`;
    return el("p", { class: "typing" }, words, el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")));
  }
  return el("p", {}, chat.private ? "机器人" : `${chat.members} 位成员`);
}

function more(phone, event) {
  const spot = event.currentTarget.getBoundingClientRect();
  const items = [{ icon: "down", text: "转到最新消息", go: () => phone.thread.toEnd(true) }];
  const { chat } = phone;
  if (chat.private && chat.started) {
    items.push({
      icon: chat.blocked ? "play" : "stop", danger: !chat.blocked, text: chat.blocked ? "恢复机器人" : "停用机器人",
      go: () => phone.send({ do: chat.blocked ? "unblocks" : "blocks" }),
    });
  }
  menu(phone.screen, spot.left, spot.bottom, items);
}
