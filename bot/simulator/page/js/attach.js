// Choosing files: what is about to be sent, with a caption.

import { el, icon, sizeText } from "./dom.js";
import { sheet } from "./layers.js";

const PICTURE = /^image\/(png|jpeg|gif|webp)$/;
const MOST = 10;

// Files that are dragged onto a telephone.
export function dropZone(screen, take) {
  const veil = el("div", { class: "drop" }, "松开鼠标，添加文件");
  screen.addEventListener("dragover", (event) => { event.preventDefault(); screen.append(veil); });
  screen.addEventListener("dragleave", (event) => { if (!screen.contains(event.relatedTarget)) veil.remove(); });
  screen.addEventListener("drop", (event) => {
    event.preventDefault();
    veil.remove();
    take([...event.dataTransfer.files]);
  });
}

// fields: {as, in, reply_to} are added to the upload; done() is called when it has been sent
export function attachSheet(screen, files, fields, done) {
  const pictures = files.every((f) => PICTURE.test(f.type));
  const urls = pictures ? files.map((f) => URL.createObjectURL(f)) : [];
  const caption = el("input", { type: "text", maxLength: 1024, placeholder: "添加说明…", "aria-label": "说明" });
  const asFiles = el("input", { type: "checkbox" });
  const wrong = el("p", { class: "wrong", role: "alert", hidden: true });
  const go = el("button", { type: "button", class: "go", onclick: () => submit() }, "发送");
  const title = files.length > 1 ? `发送 ${files.length} 个${pictures ? "图片" : "文件"}` : `发送${pictures ? "图片" : "文件"}`;
  const shown = pictures
    ? el("div", { class: "previews" }, urls.map((src, i) => el("img", { src, alt: files[i].name })))
    : el("ul", { class: "names" }, files.map((f) => el("li", {}, icon("file", 22), el("span", {}, el("b", {}, f.name), el("small", {}, sizeText(f.size))))));
  const box = el("div", { class: "dialog attach", role: "dialog", "aria-modal": "true", "aria-label": title },
    el("h4", {}, title), shown,
    pictures ? el("label", {}, asFiles, "作为文件发送（保留原图）") : null,
    caption, wrong,
    el("div", { class: "ends" }, el("button", { type: "button", onclick: () => close() }, "取消"), go));
  const close = sheet(screen, box, () => urls.forEach((url) => URL.revokeObjectURL(url)));
  caption.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) submit(); });
  caption.focus();
  if (files.length > MOST) refuse(`一次最多发送 ${MOST} 个文件`);

  function refuse(text) {
    wrong.textContent = text;
    wrong.hidden = false;
    go.disabled = files.length > MOST;
  }

  async function submit() {
    if (go.disabled) return;
    go.disabled = true;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
    form.append("caption", caption.value.trim());
    form.append("as_files", asFiles.checked ? "1" : "0");
    for (const f of files) form.append("files", f, f.name);
    try {
      const answer = await fetch("/page/upload", { method: "POST", body: form });
      if (answer.ok) { close(); done(); return; }
      const told = await answer.json().catch(() => ({}));
      go.disabled = false;
      refuse(told.problem || (answer.status === 413 ? "文件太大" : "没有发送成功"));
    } catch {
      go.disabled = false;
      refuse("没有发送成功，文件可能太大，或连接中断");
    }
  }
}
