// Two telephones on one page, and the tabs between them where there is room for one.

import { badge, el, redraw } from "./dom.js";
import { Phone } from "./phone.js";
import { Store } from "./store.js";
import { toast } from "./layers.js";

const store = new Store();
const tabs = document.getElementById("tabs");
let phones = [];
let shown = 0;

store.on("everything", (data) => {
  document.title = data.title;
  document.getElementById("title").textContent = data.title;
  document.getElementById("about").textContent = data.about;
  document.getElementById("notice").textContent = data.notice;
  if (phones.length) {
    phones.forEach((phone) => phone.draw());
  } else {
    phones = data.sides.map((side, index) => new Phone(store, index));
    document.getElementById("sides").replaceChildren(...phones.map((phone) => phone.root));
    phones.forEach((phone) => phone.thread.toEnd());
  }
  show(shown);
});

store.on("message", ({ chat, message }) => { phones.forEach((p) => p.arrived(chat, message)); drawTabs(); });
store.on("edited", ({ chat }) => phones.forEach((p) => p.changed(chat)));
store.on("deleted", ({ chat }) => { phones.forEach((p) => p.changed(chat)); drawTabs(); });
store.on("typing", ({ chat }) => phones.forEach((p) => p.typing(chat)));
store.on("answered", (told) => phones.forEach((p) => p.answered(told)));
store.on("results", (told) => phones.filter((p) => p.person === told.user).forEach((p) => p.showResults(told)));
store.on("read", () => drawTabs());
store.on("problem", ({ text }) => { if (phones.length) toast(phones[shown].screen, text); });
store.on("line", ({ online }) => phones.forEach((p) => { p.offline.hidden = online; }));

function show(index) {
  shown = index;
  phones.forEach((phone, i) => phone.root.classList.toggle("away", i !== index));
  phones[index].thread.scrolled();
  drawTabs();
}

function drawTabs() {
  redraw(tabs, ...phones.map((phone, i) => {
    const count = i === shown ? 0 : phone.side.seats.reduce((sum, seat) => sum + phone.reading.of(seat), 0);
    return el("button", {
      type: "button", role: "tab", "aria-selected": String(i === shown), tabIndex: i === shown ? 0 : -1,
      onclick: () => show(i),
      onkeydown: (event) => { if (["ArrowLeft", "ArrowRight"].includes(event.key)) { show((i + 1) % phones.length); tabs.children[shown].focus(); } },
    }, phone.side.title, badge(count));
  }));
}
