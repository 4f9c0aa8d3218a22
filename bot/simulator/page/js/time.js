// Times as they are read in China, wherever the browser stands.

const ZONE = "Asia/Shanghai";
const CLOCK = new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: ZONE });
const DAY = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: ZONE });
const LONG = new Intl.DateTimeFormat("zh-CN", { month: "long", day: "numeric", timeZone: ZONE });
const FULL = new Intl.DateTimeFormat("zh-CN", { dateStyle: "long", timeStyle: "medium", timeZone: ZONE });

export const clock = (seconds) => CLOCK.format(seconds * 1000);
export const dayKey = (seconds) => DAY.format(seconds * 1000);
export const full = (seconds) => FULL.format(seconds * 1000);
export const now = () => Date.now() / 1000;

export function dayName(seconds) {
  const key = dayKey(seconds);
  if (key === dayKey(now())) return "今天";
  if (key === dayKey(now() - 86400)) return "昨天";
  const year = key.slice(0, 4);
  const day = LONG.format(seconds * 1000);
  return year === dayKey(now()).slice(0, 4) ? day : `${year}年${day}`;
}
