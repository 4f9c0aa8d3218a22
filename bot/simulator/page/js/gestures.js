// Right click, long press and a swipe to the left on a message.

const HOLD = 480;
const SWIPE = 56;

export function gestures(list, { menu, reply }) {
  const idOf = (target) => {
    const item = target.closest?.(".msg");
    return item ? Number(item.dataset.id) : null;
  };
  list.addEventListener("contextmenu", (event) => {
    const id = idOf(event.target);
    if (id === null || event.target.closest("a, img")) return;
    event.preventDefault();
    menu(id, event.clientX, event.clientY);
  });
  list.addEventListener("dblclick", (event) => {
    const id = idOf(event.target);
    if (id !== null && !event.target.closest("button, a, code")) reply(id);
  });
  list.addEventListener("touchstart", (event) => {
    const id = idOf(event.target);
    if (id === null || event.touches.length > 1) return;
    follow(list, event, id, menu, reply);
  }, { passive: true });
}

function follow(list, start, id, menu, reply) {
  const { clientX: x, clientY: y } = start.touches[0];
  const column = start.target.closest(".msg").querySelector(".col");
  let moved = 0;
  const timer = setTimeout(() => { end(); menu(id, x, y); }, HOLD);
  const move = (event) => {
    const dx = event.touches[0].clientX - x;
    const dy = event.touches[0].clientY - y;
    if (Math.abs(dx) > 9 || Math.abs(dy) > 9) clearTimeout(timer);
    if (Math.abs(dy) > Math.abs(dx)) return;
    moved = Math.max(-80, Math.min(0, dx));
    column.style.transform = `translateX(${moved}px)`;
  };
  const end = () => {
    clearTimeout(timer);
    column.style.transform = "";
    list.removeEventListener("touchmove", move);
    list.removeEventListener("touchend", finish);
    list.removeEventListener("touchcancel", end);
  };
  const finish = () => { end(); if (moved < -SWIPE) reply(id); };
  list.addEventListener("touchmove", move, { passive: true });
  list.addEventListener("touchend", finish);
  list.addEventListener("touchcancel", end);
}
