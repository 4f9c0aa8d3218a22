// Building elements without ever parsing text as HTML: whatever people write stays text.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && name !== "list") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}

// New contents for a box; whoever stood on its third button stands on the third again.
export function redraw(box, ...children) {
  const at = [...box.querySelectorAll("button")].indexOf(document.activeElement);
  box.replaceChildren(...children.filter(Boolean));
  if (at >= 0) box.querySelectorAll("button")[at]?.focus({ preventScroll: true });
}

const PATHS = {
  back: "M15 5l-7 7 7 7",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  clip: "M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.6-8.6a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.7-7.7",
  send: "M4 12l16-8-5 16-3.5-6.5zM11.5 13.5L20 4",
  close: "M6 6l12 12M18 6L6 18",
  down: "M6 9.5l6 6 6-6",
  reply: "M10 7L4 12.5l6 5.5v-3.5c5 0 8 1.5 10 5-.5-6-4-9-10-9z",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  edit: "M5 19l1-4L16.5 4.5l3 3L9 18zM14.5 6.5l3 3",
  trash: "M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5",
  file: "M7 3.5h7l4.5 4.5v12.5H7zM14 3.5V8h4.5",
  save: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  lines: "M4 7h16M4 12h16M4 17h16",
  bulb: "M12 3a6.5 6.5 0 0 0-3.5 12v2.5h7V15A6.5 6.5 0 0 0 12 3zM10 20.5h4",
  out: "M9 6h9v9M18 6L7 17",
  stop: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM6 6l12 12",
  play: "M7 4.5l12 7.5-12 7.5z",
  check: "M5 12.5l5 5L20 6.5",
  read: "M2.5 12.5l4.5 4.5 8.5-9.5M12 17l8.5-9.5",
  signal: "M4 19v-3M9 19v-6.5M14 19V9M19 19V5",
  battery: "M3 8h15v8H3zM20.5 10.5v3M5.5 10.5h10v3h-10z",
};

export function icon(name, size = 22, width = 2) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of Object.entries({
    viewBox: "0 0 24 24", width: size, height: size, fill: "none", stroke: "currentColor",
    "stroke-width": name === "more" ? 3 : width, "stroke-linecap": "round", "stroke-linejoin": "round",
    "aria-hidden": "true",
  })) svg.setAttribute(key, value);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function avatar(id, name, extra = "", src = "") {
  const node = el("span", { class: `avatar tint${Math.abs(id) % 7} ${extra}`, "aria-hidden": "true" });
  node.append(src ? el("img", { src, alt: "" }) : [...name.trim()][0] || "?");
  return node;
}

export function badge(count) {
  return count > 0
    ? el("span", { class: "badge" }, count > 99 ? "99+" : String(count), el("span", { class: "sr" }, "条未读"))
    : null;
}

export function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
