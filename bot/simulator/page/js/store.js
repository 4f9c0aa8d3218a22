// What the server has told, and the line to it.

export class Store extends EventTarget {
  constructor() {
    super();
    this.data = null;
    this.online = false;
    this.connect();
  }

  connect() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    this.socket = new WebSocket(`${scheme}//${location.host}/page/socket`);
    this.socket.addEventListener("message", (event) => this.take(JSON.parse(event.data)));
    this.socket.addEventListener("open", () => this.setOnline(true));
    this.socket.addEventListener("close", () => {
      this.setOnline(false);
      setTimeout(() => this.connect(), 1200);
    });
  }

  setOnline(online) {
    this.online = online;
    this.tell("line", { online });
  }

  send(request) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(request));
    else this.tell("problem", { text: "连接中断，正在重新连接…" });
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  on(type, listener) {
    this.addEventListener(type, (event) => listener(event.detail));
  }

  take(told) {
    if (told.type === "everything") {
      this.data = told;
      this.tell("everything", told);
      return;
    }
    if (["message", "edited", "deleted"].includes(told.type)) this.change(told);
    this.tell(told.type, told);
  }

  // A message that is new, changed or gone.
  change({ type, chat: key, message }) {
    const chat = this.data.chats[key];
    if (!chat) return;
    const index = chat.messages.findIndex((m) => m.id === message.id);
    if (type === "deleted") {
      if (index >= 0) chat.messages.splice(index, 1);
    } else if (index >= 0) {
      chat.messages[index] = message;
    } else if (type === "message") {
      chat.messages.push(message);
      if (chat.private && !message.sender.bot) chat.started = true;
    }
  }

  chat(key) {
    return this.data.chats[key];
  }

  // The name of a chat: the bot's own, or the title of the group.
  chatName(key) {
    const chat = this.chat(key);
    return chat.private ? this.data.bot.name : chat.title;
  }
}
