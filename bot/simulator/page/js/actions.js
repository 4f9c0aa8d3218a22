// What can be done with a message: press, reply, copy, edit, delete, follow a link.

import { safeAddress } from "./richtext.js";
import { confirmDialog, menu, toast } from "./layers.js";

const PATIENCE = 15000;

export class MessageActions {
  constructor(phone) {
    this.phone = phone;
  }

  seen() { this.phone.seenNow(); }
  grown() { if (this.phone.thread.pinned) this.phone.thread.toEnd(); }
  command(text) { this.phone.say(text); }

  find(id) {
    if (!this.phone.thread.find(id)) toast(this.phone.screen, "原消息已经不在了");
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      toast(this.phone.screen, "已复制");
    } catch {
      toast(this.phone.screen, "浏览器不允许复制");
    }
  }

  // Links into the bot are the same as start; true when nothing else is to happen.
  open(address) {
    const { username } = this.phone.store.data.bot;
    const found = /^(?:https?:\/\/(?:www\.)?(?:t\.me|telegram\.me)\/|tg:\/\/resolve\?domain=)(\w+)/i.exec(address);
    if (!found || found[1].toLowerCase() !== username.toLowerCase()) return false;
    const { phone } = this;
    phone.send({ do: "opens", url: address });
    const home = `p${phone.person}`;
    if (phone.key !== home) phone.go(home);
    return true;
  }

  press(message, row, column, button) {
    const { phone } = this;
    if (button.copy !== undefined) { this.copy(button.copy); return; }
    if (button.url) {
      const address = safeAddress(button.url);
      if (address && !this.open(address)) window.open(address, "_blank", "noopener,noreferrer");
      return;
    }
    if (button.inline !== undefined) {
      phone.composer.set(`@${phone.store.data.bot.username} ${button.inline}`);
      return;
    }
    const mark = `${message.id}:${row}:${column}`;
    phone.busy.add(mark);
    phone.drawThread();
    setTimeout(() => { if (phone.busy.delete(mark)) phone.drawThread(); }, PATIENCE);
    phone.send({ do: "presses", message: message.id, row, column });
  }

  byId(id) {
    return this.phone.chat.messages.find((m) => m.id === id);
  }

  replyTo(id) {
    const message = this.byId(id);
    if (message && !message.service && this.phone.composer.start.hidden) this.phone.composer.replyTo(message);
  }

  menuById(id, x, y) {
    const message = this.byId(id);
    if (message) this.menu(message, x, y);
  }

  menu(message, x, y) {
    const { phone } = this;
    const mine = message.sender.id === phone.person;
    const items = [{ icon: "reply", text: "回复", go: () => this.replyTo(message.id) }];
    if (message.text) items.push({ icon: "copy", text: "复制文字", go: () => this.copy(message.text) });
    if (mine && message.text && message.forwarded === undefined && !message.via) {
      items.push({ icon: "edit", text: "编辑", go: () => phone.composer.editOwn(message) });
    }
    if (mine || phone.chat.private) {
      items.push({ icon: "trash", text: "删除", danger: true, go: () => confirmDialog(
        phone.screen, "删除消息", "双方都将看不到这条消息。", "删除",
        () => phone.send({ do: "deletes", message: message.id }),
      ) });
    }
    menu(phone.screen, x, y, items);
  }
}
