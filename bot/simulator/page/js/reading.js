// What each person has read in each chat.

export class Reading {
  constructor(store) {
    this.store = store;
    this.seen = new Map();
  }

  mark(person, key) {
    this.seen.set(`${person}|${key}`, this.store.chat(key).messages.at(-1)?.id || 0);
  }

  unread(person, key) {
    const seen = this.seen.get(`${person}|${key}`) || 0;
    return this.store.chat(key).messages.filter((m) => m.id > seen && m.sender.id !== person && !m.service).length;
  }

  // All chats of one seat together.
  of(seat) {
    return seat.chats.reduce((sum, key) => sum + this.unread(seat.id, key), 0);
  }
}
