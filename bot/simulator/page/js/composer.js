// The input with what belongs to it: reply, edit, commands, inline mode, keyboards, files.

import { el, icon } from "./dom.js";
import { Popup } from "./popup.js";

export class Composer {
  // phone: what the composer may ask of its telephone
  constructor(phone) {
    this.phone = phone;
    this.reply = null;
    this.edit = null;
    this.popup = new Popup();
    this.context = el("div", { class: "context", hidden: true });
    this.input = el("textarea", { rows: 1, placeholder: "消息", maxLength: 4096, enterKeyHint: "send" });
    this.input.setAttribute("aria-label", "写消息");
    this.menuKey = el("button", { type: "button", class: "menu-key", "aria-label": "机器人的命令", onclick: () => this.toggleMenu() }, icon("lines", 18, 2.4), el("span", {}, "菜单"));
    this.picker = el("input", { type: "file", multiple: true, hidden: true, tabIndex: -1 });
    this.clip = el("button", { type: "button", class: "round", "aria-label": "添加文件或图片", onclick: () => this.picker.click() }, icon("clip", 23));
    this.sendKey = el("button", { type: "button", class: "round send", "aria-label": "发送", onclick: () => this.submit() }, icon("send", 24));
    this.keys = el("div", { class: "reply-keys", hidden: true });
    this.row = el("div", { class: "composer" }, this.menuKey, this.clip, this.input, this.sendKey, this.picker);
    this.start = el("button", { type: "button", class: "start", hidden: true, onclick: () => phone.start() }, "开始");
    this.node = el("div", { class: "foot" }, this.popup.node, this.context, this.row, this.keys, this.start);
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", () => this.changed());
    this.input.addEventListener("blur", () => setTimeout(() => this.popup.hide(), 150));
    this.input.addEventListener("keydown", (event) => {
      if (event.isComposing || this.popup.key(event)) return;
      if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); this.submit(); }
      if (event.key === "Escape") this.cancel();
      if (event.key === "ArrowUp" && !this.input.value) this.phone.editLast();
    });
    this.input.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files || [])];
      if (files.length) { event.preventDefault(); this.phone.attach(files); }
    });
    this.picker.addEventListener("change", () => {
      this.phone.attach([...this.picker.files]);
      this.picker.value = "";
    });
  }

  changed() {
    this.input.style.height = "38px";
    this.input.style.height = `${Math.min(Math.max(this.input.scrollHeight, 38), 132)}px`;
    this.sendKey.disabled = !this.input.value.trim();
    this.menuKey.classList.toggle("slim", Boolean(this.input.value));
    const value = this.input.value;
    const at = `@${this.phone.store.data.bot.username} `;
    if (value.toLowerCase().startsWith(at)) this.phone.askInline(value.slice(at.length));
    else if (/^\/\w*$/.test(value)) this.showCommands(value.slice(1));
    else this.popup.hide();
  }

  set(text, focus = true) {
    this.input.value = text;
    this.changed();
    if (focus) this.input.focus();
  }

  toggleMenu() {
    if (this.popup.open) this.popup.hide();
    else { this.input.focus(); this.showCommands("", "机器人还没有设置命令"); }
  }

  showCommands(prefix, empty = "") {
    const found = this.phone.commands().filter((c) => c.command.startsWith(prefix));
    this.popup.show(found.map((c) => ({
      title: `/${c.command}`, text: c.description,
      go: () => { this.set(""); this.phone.say(`/${c.command}`); },
      fill: () => this.set(`/${c.command} `),
    })), empty);
  }

  submit() {
    const text = this.input.value.trim();
    if (!text) return;
    this.popup.hide();
    if (this.edit) this.phone.send({ do: "edits", message: this.edit.id, text });
    else this.phone.say(text);
    this.cancel();
    this.set("");
  }

  // The words above the input: what is answered, what is edited.
  replyTo(message) {
    this.edit = null;
    this.reply = message;
    this.showContext("reply", `回复 ${message.sender.name}`, message.text || "文件");
    this.input.focus();
  }

  editOwn(message) {
    this.reply = null;
    this.edit = message;
    this.showContext("edit", "编辑消息", message.text);
    this.set(message.text);
  }

  showContext(symbol, title, text) {
    this.context.replaceChildren(icon(symbol, 20),
      el("div", {}, el("b", {}, title), el("span", {}, text.replace(/\s+/g, " "))),
      el("button", { type: "button", class: "round", "aria-label": "取消", onclick: () => { if (this.edit) this.set(""); this.cancel(); } }, icon("close", 19)));
    this.context.hidden = false;
  }

  cancel() {
    this.reply = this.edit = null;
    this.context.hidden = true;
    this.input.placeholder = "消息";
  }

  // What the newest message of the bot asks for: an answer to it, or one of these words.
  follow(messages, me) {
    const asked = [...messages].reverse().find((m) => m.sender.bot && (m.only_for ?? me) === me && ("force_reply" in m || m.reply_keyboard));
    const last = messages.at(-1);
    if (asked && asked === last && "force_reply" in asked && this.forced !== asked.id) {
      this.forced = asked.id;
      this.reply = asked;
      this.showContext("reply", `回复 ${asked.sender.name}`, asked.text);
      if (asked.force_reply) this.input.placeholder = asked.force_reply;
    }
    const rows = asked?.reply_keyboard || [];
    const used = asked?.once && messages.some((m) => m.sender.id === me && m.id > asked.id);
    this.keys.hidden = !rows.length || Boolean(used);
    this.keys.replaceChildren(...rows.map((row) => el("div", {}, row.map((text) =>
      el("button", { type: "button", onclick: () => this.phone.say(text) }, text)))));
  }

  // Before the first start, and after a stop, there is only one thing to do.
  mode(chat) {
    const closed = chat.private && (!chat.started || chat.blocked);
    this.start.hidden = !closed;
    this.start.textContent = chat.blocked ? "恢复机器人" : "开始";
    this.row.hidden = closed;
    if (closed) this.keys.hidden = true;
    this.menuKey.hidden = !this.phone.commands().length;
    this.sendKey.disabled = !this.input.value.trim();
  }
}
