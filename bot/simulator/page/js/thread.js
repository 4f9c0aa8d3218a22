// The list of messages: drawn anew only where something changed.

import { badge, el, icon } from "./dom.js";
import { bubble } from "./bubble.js";
import { dayKey, dayName } from "./time.js";
import { gestures } from "./gestures.js";

const NEAR = 70;
const TOGETHER = 600;

export class Thread {
  constructor(actions) {
    this.actions = actions;
    this.list = el("ol", { class: "thread", role: "log", "aria-label": "消息", tabIndex: 0 });
    this.jump = el("button", { type: "button", class: "jump", "aria-label": "转到最新消息", hidden: true, onclick: () => this.toEnd(true) }, icon("down", 24));
    this.drawn = new Map();
    this.pinned = true;
    this.list.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.size = "";
    new ResizeObserver(() => {
      this.size = this.shape();
      if (this.pinned) this.toEnd();
      this.scrolled();
    }).observe(this.list);
    gestures(this.list, {
      menu: (id, x, y) => actions.menuById(id, x, y),
      reply: (id) => actions.replyTo(id),
    });
  }

  // A different chat: nothing of the old one is kept.
  clear() {
    this.drawn.clear();
    this.list.replaceChildren();
    this.pinned = true;
  }

  draw(messages, look) {
    const moving = this.drawn.size > 0 && this.list.offsetParent !== null;
    const focus = this.focusPath();
    const kept = new Map();
    const nodes = [];
    let day = "";
    const blocks = albums(messages);
    blocks.forEach((block, index) => {
      const head = block[0];
      if (dayKey(head.date) !== day) {
        day = dayKey(head.date);
        nodes.push(this.dayNode(day, head.date));
      }
      const options = { ...look, ...neighbours(blocks, index, look.me), actions: this.actions };
      const signature = JSON.stringify([block, options.mine, options.first, options.last, busyOf(block, look.busy)]);
      const old = this.drawn.get(head.id);
      let node = old?.node;
      if (!old || old.signature !== signature) {
        node = bubble(block, options);
        if (!old && moving) node.classList.add("fresh");
        node.addEventListener("animationend", () => node.classList.remove("fresh", "changed"), { once: true });
        if (old && moving && old.words !== block.map((m) => m.text).join()) node.classList.add("changed");
      }
      kept.set(head.id, { node, signature, words: block.map((m) => m.text).join() });
      nodes.push(node);
    });
    this.drawn = kept;
    place(this.list, nodes);
    this.focusAgain(focus);
    if (this.pinned) this.toEnd();
    this.scrolled();
  }

  dayNode(day, date) {
    const old = this.list.querySelector(`.day[data-day="${day}"]`);
    if (old) return old;
    const node = el("li", { class: "day" }, dayName(date));
    node.dataset.day = day;
    return node;
  }

  // An edit replaces the element; whoever stood on its button stands there again.
  focusPath() {
    const active = document.activeElement;
    const item = active?.closest?.(".msg");
    if (!item || !this.list.contains(item)) return null;
    return { id: item.dataset.id, index: [...item.querySelectorAll("button, a")].indexOf(active), item };
  }

  focusAgain(path) {
    if (!path || path.item.isConnected) return;
    const item = this.list.querySelector(`.msg[data-id="${path.id}"]`);
    const target = item?.querySelectorAll("button, a")[path.index] || this.list;
    target.focus({ preventScroll: true });
  }

  atEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR;
  }

  shape() {
    return `${this.list.clientWidth}x${this.list.clientHeight}`;
  }

  scrolled() {
    // While the frame changes its size the browser scrolls by itself: that is nobody's wish.
    if (this.shape() !== this.size) return;
    this.pinned = this.atEnd();
    this.jump.hidden = this.pinned;
    if (this.pinned) this.actions.seen();
  }

  unread(count) {
    this.jump.querySelector(".badge")?.remove();
    const mark = badge(count);
    if (mark) this.jump.append(mark);
  }

  toEnd(smooth = false) {
    this.pinned = true;
    this.list.scrollTo({ top: this.list.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  find(id) {
    const item = this.list.querySelector(`.msg[data-id="${id}"]`);
    if (!item) return false;
    item.scrollIntoView({ block: "center", behavior: "smooth" });
    item.classList.remove("found");
    requestAnimationFrame(() => item.classList.add("found"));
    return true;
  }
}

// Only what is out of place is moved: scrolling and animations are left in peace.
function place(list, nodes) {
  nodes.forEach((node, index) => {
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] || null);
  });
  while (list.children.length > nodes.length) list.lastChild.remove();
}

function albums(messages) {
  const blocks = [];
  for (const message of messages) {
    const last = blocks.at(-1);
    if (message.album && last && last[0].album === message.album) last.push(message);
    else blocks.push([message]);
  }
  return blocks;
}

function neighbours(blocks, index, me) {
  const head = blocks[index][0];
  const same = (other) => other && !other.service && !head.service && other.sender.id === head.sender.id
    && Math.abs(other.date - head.date) < TOGETHER && dayKey(other.date) === dayKey(head.date);
  return {
    mine: head.sender.id === me,
    first: !same(blocks[index - 1]?.[0]),
    last: !same(blocks[index + 1]?.[0]),
  };
}

function busyOf(block, busy) {
  return [...busy].filter((key) => block.some((m) => key.startsWith(`${m.id}:`)));
}
