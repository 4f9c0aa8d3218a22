// One telephone: whose it is, which chat is open, and what is done with it.

import { avatar, badge, el, icon, redraw } from "./dom.js";
import { drawBar } from "./bar.js";
import { attachSheet, dropZone } from "./attach.js";
import { chatList } from "./chatlist.js";
import { Composer } from "./composer.js";
import { Hints } from "./hints.js";
import { alertDialog, toast } from "./layers.js";
import { MessageActions } from "./actions.js";
import { Reading } from "./reading.js";
import { Thread } from "./thread.js";
import { clock, now } from "./time.js";

export class Phone {
  constructor(store, index) {
    this.store = store;
    this.index = index;
    this.person = this.side.seats[0].id;
    this.open = new Map();
    this.listing = false;
    this.reading = new Reading(store);
    this.busy = new Set();
    this.drafts = new Map();
    this.typingUntil = new Map();
    this.actions = new MessageActions(this);
    this.thread = new Thread(this.actions);
    this.composer = new Composer(this);
    this.hints = new Hints(this.side, (hint) => this.useHint(hint));
    this.build();
    for (const seat of this.side.seats) for (const key of seat.chats) this.reading.mark(seat.id, key);
    this.draw();
  }

  get side() { return this.store.data.sides[this.index]; }
  get seat() { return this.side.seats.find((s) => s.id === this.person); }
  get key() { return this.open.get(this.person) || this.seat.chats[0]; }
  get chat() { return this.store.chat(this.key); }

  build() {
    this.people = el("div", { class: "people", role: "group", "aria-label": `${this.side.title}：换一个人` });
    this.bar = el("div", { class: "bar" });
    this.pin = el("button", { type: "button", class: "pin", hidden: true });
    this.wall = el("div", { class: "wall" }, this.pin, el("div", { class: "flow" }, this.thread.list, this.thread.jump), this.hints.card);
    this.listBox = el("div", { class: "room", hidden: true });
    this.time = el("span", {}, clock(now()));
    this.offline = el("div", { class: "offline", role: "status", hidden: this.store.online }, "连接中断，正在重新连接…");
    this.screen = el("div", { class: "screen" },
      el("div", { class: "status", "aria-hidden": "true" }, this.time, el("span", {}, icon("signal", 15, 2.6), icon("battery", 19))),
      this.bar, this.offline, this.listBox, this.wall, this.composer.node);
    this.root = el("section", { class: "side", "aria-label": this.side.title },
      el("div", { class: "cast" }, el("h2", {}, this.side.title), this.people),
      el("div", { class: "handset" }, this.screen));
    this.root.dataset.side = this.index;
    setInterval(() => { this.time.textContent = clock(now()); }, 20000);
    dropZone(this.screen, (files) => this.attach(files));
  }

  // Drawing

  draw() {
    this.drawPeople();
    this.drawBar();
    this.listBox.hidden = !this.listing;
    this.wall.hidden = this.composer.node.hidden = this.listing;
    if (this.listing) redraw(this.listBox, chatList(this.store, this.seat, (key) => this.reading.unread(this.person, key), (key) => this.go(key)));
    else this.drawThread();
  }

  drawThread() {
    const { chat } = this;
    this.drawPin(chat.pinned);
    this.composer.follow(chat.messages, this.person);
    this.composer.mode(chat);
    this.hints.draw(!chat.private || (chat.started && !chat.blocked));
    if (!chat.messages.length) {
      this.thread.clear();
      this.thread.list.replaceChildren(this.intro(chat));
      return;
    }
    if (!this.thread.drawn.size) this.thread.list.replaceChildren();
    this.thread.draw(chat.messages, { me: this.person, group: !chat.private, busy: this.busy });
    this.thread.unread(this.reading.unread(this.person, this.key));
  }

  drawPin(pinned) {
    this.pin.hidden = !pinned;
    if (!pinned) return;
    this.pin.replaceChildren(el("span", {}, el("b", {}, "置顶消息"), pinned.text));
    this.pin.onclick = () => this.thread.find(pinned.id);
  }

  intro(chat) {
    const { bot } = this.store.data;
    if (!chat.private) return el("li", { class: "note" }, "还没有消息");
    return el("li", { class: "intro" }, el("b", {}, "这个机器人能做什么？"), bot.description || "按“开始”和机器人说话。");
  }

  drawPeople() {
    redraw(this.people, ...this.side.seats.map((seat) => el("button", {
      type: "button", "aria-pressed": String(seat.id === this.person), title: `${seat.name} ${seat.note}`,
      onclick: () => this.become(seat.id),
    }, avatar(seat.id, seat.name, "small"), el("span", { class: "label" }, el("b", {}, seat.name), el("small", {}, seat.note)),
    seat.id === this.person ? null : badge(this.reading.of(seat)))));
  }

  drawBar() {
    drawBar(this);
  }

  // Doing

  send(request) {
    this.store.send({ as: this.person, in: this.key, ...request });
  }

  start() {
    this.send({ do: "start" });
    this.composer.input.focus();
  }

  say(text) {
    this.send({ do: "says", text, reply_to: this.composer.reply?.id });
    this.composer.cancel();
    if (this.hints.state === "open") this.hints.set("folded");
    this.thread.pinned = true;
  }

  useHint(hint) {
    if (hint.fill_only) this.composer.set(hint.text);
    else this.say(hint.text);
  }

  attach(files) {
    if (!files.length || this.listing) return;
    if (!this.composer.start.hidden) { toast(this.screen, "请先按“开始”"); return; }
    const fields = { as: this.person, in: this.key, reply_to: this.composer.reply?.id };
    attachSheet(this.screen, files, fields, () => { this.composer.cancel(); this.thread.pinned = true; });
  }

  commands() {
    return this.seat.commands[this.key] || [];
  }

  editLast() {
    const mine = this.chat.messages.filter((m) => m.sender.id === this.person && m.text && m.forwarded === undefined);
    if (mine.length) this.composer.editOwn(mine.at(-1));
  }

  askInline(text) {
    clearTimeout(this.inlineTimer);
    this.inlineTimer = setTimeout(() => this.send({ do: "inline", text }), 250);
  }

  showResults({ query, results, button }) {
    const items = results.map((r, number) => ({
      title: r.title, text: r.description, two: true,
      go: () => { this.composer.set(""); this.send({ do: "chooses", query, number }); },
    }));
    if (button) items.unshift({ title: button.text, text: "", go: () => this.store.send({ as: this.person, in: this.key, do: "start", payload: button.start_parameter }) });
    this.composer.popup.show(items, "没有结果");
  }

  // Moving about

  showList() {
    this.leave();
    this.listing = true;
    this.draw();
    this.listBox.querySelector("button")?.focus();
  }

  become(id) {
    if (!this.listing) this.leave();
    this.person = id;
    this.arrive();
  }

  go(key) {
    if (!this.listing) this.leave();
    this.open.set(this.person, key);
    this.listing = false;
    this.arrive();
    this.composer.input.focus({ preventScroll: true });
  }

  leave() {
    this.drafts.set(`${this.person}|${this.key}`, this.composer.edit ? "" : this.composer.input.value);
  }

  arrive() {
    this.composer.cancel();
    this.busy.clear();
    this.thread.clear();
    this.composer.set(this.drafts.get(`${this.person}|${this.key}`) || "", false);
    this.draw();
  }

  // What is read

  // The thread is at its end and can be seen.
  seenNow() {
    if (this.listing || !this.root.offsetParent) return;
    if (!this.reading.unread(this.person, this.key)) return;
    this.reading.mark(this.person, this.key);
    this.drawPeople();
    this.thread.unread(0);
    this.store.tell("read", {});
  }

  // What the server tells

  changed(key) {
    if (!this.side.seats.some((seat) => seat.chats.includes(key))) return;
    if (key === this.key && !this.listing) this.drawThread();
    if (this.listing) this.draw();
    this.drawPeople();
    this.drawBar();
  }

  typing(key) {
    this.typingUntil.set(key, now() + 5);
    setTimeout(() => this.drawBar(), 5100);
    this.drawBar();
  }

  arrived(key, message) {
    if (message.sender.bot) this.typingUntil.delete(key);
    this.changed(key);
  }

  answered({ user, message, text, alert, url }) {
    if (user !== this.person) return;
    for (const mark of [...this.busy]) if (mark.startsWith(`${message.id}:`)) this.busy.delete(mark);
    this.drawThread();
    if (text && alert) alertDialog(this.screen, this.store.data.bot.name, text);
    else if (text) toast(this.screen, text);
    if (url) this.actions.open(url);
  }
}
