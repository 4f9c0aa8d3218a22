"""What can be told from a message's form alone: pasted tables, noise, code, orders, abuse.

The names returned are the classes of `knowledge/chat.yaml`.
"""

from __future__ import annotations

import re

NOISE, PASTED, FOREIGN = "看不懂", "粘贴", "外文"
ORDER, OTHERS, DESTROY = "套话", "别人的事", "破坏"
PERSON, ABUSE = "找人", "不满"


def _any(*words: str) -> str:
    """A group of alternatives, given as words between spaces."""
    return "(?:" + "|".join("|".join(part.split()) for part in words) + ")"


_WORD = re.compile(r"[a-z0-9\u3400-\u9fff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONG_NUMBER = re.compile(r"(?<!\d)[\d*xX-]{7,}(?!\d)")
_IDENTITY_NUMBER = re.compile(r"(?<!\d)\d{17}[\dx](?!\d)")
_ASKS = re.compile(
    "[?？吗嘛呢么]|"
    + _any("什么 怎么 怎样 如何 咋 啥 哪 谁 几 多少 多久 能不能 是不是 可以 要不要 行不 能否 为何")
)
_SQL = re.compile(
    r"drop\s+(?:table|database)|delete\s+from|insert\s+into|truncate\s+table|rm\s+-rf"
    r"|update\s+\w+\s+set|select\s+.{1,40}\s+from|union\s+select|'\s*or\s+'?1'?\s*="
)
_CODE = re.compile(
    r"<\s*/?\s*(?:script|img|iframe|svg|a\s)|javascript:|onerror\s*=|\$\{|\{\{|\.\./|etc/passwd"
    r"|sudo\s|wget\s|curl\s|__import__|os\.system|eval\(|xp_cmdshell|sleep\(\d"
)

_SECRET = _any("密码 口令 token 密钥 api\\s*key secret 源代码 源码 配置文件 环境变量 权限")
_ORDERS = (
    _any("忽略 无视 忘掉 忘记 忘了 抛开 不要管 别管 不用管")
    + ".{0,8}"
    + _any("指令 提示 规则 设定 限制 命令 约束 审核 审查 身份 之前的 以上的 前面的"),
    r"提示词|system\s*prompt|\bprompt\b|开发者模式|developer\s*mode|越狱|jailbreak|\bdan\b",
    r"ignore .{0,20}(?:instruction|prompt|rule|previous|above)",
    _any("管理员 后台 数据库 服务器 root admin 超级 机器人 bot") + ".{0,4}" + _SECRET,
    _SECRET + ".{0,4}" + _any("是 发 给 告诉 多少 交出 说出"),
    _any("告诉我 说出 给我 交出 输出") + ".{0,6}" + _SECRET,
    _any("假装你 假装是 冒充 从现在起你 从现在开始你 扮演(?!什么|啥|怎|哪)"),
    "你现在是(?!谁|什么|在|不是|机器|真人)",
    _any("没有 不受 去掉") + "(?:任何)?(?:限制|约束)的?" + _any("ai 人工智能 机器人 模型 助手"),
    _any("入侵 黑进 攻击 破解 黑掉") + ".{0,6}" + _any("系统 后台 数据库 网站 服务器 机器人"),
)
_ORDER = re.compile("|".join(_ORDERS))

_HOUSE = _any("机构 学校 公司 单位 企业 学院 技校 工厂 用户 学员 考生")
_THEM = (
    "(?:"
    + _any("其他 其它 别的 别人 别家 人家 隔壁 他们 她们 竞争对手 对手 另一家 同行")
    + rf"(?:的|家)?(?:评价|培训)?{_HOUSE}?|"
    + _any("所有 全部 各个 各 每家 每个 那家 这家 某某 某个 某")
    + rf"(?:的)?(?:评价|培训)?{_HOUSE})"
)
_DATA = _any(
    "申请书 申请 申报材料 材料 联系人 负责人 手机 电话 身份证 成绩 办件 聊天记录 提交的 提交 交的",
    "自查结果 审批结果 审批 个人信息 资料 档案 进度",
)
_SHOW = _any(
    "看看 看一下 看下 看一眼 让我看 查一下 查下 查看 发我 发给我 发一份 发份 发过来 给我",
    "导出 调出 拉一份 告诉我 参考 瞅瞅 打听",
)
_ROLE = _any("我 俺 咱 自己 本人 法 学 考 校 老 新 变更")
_OF_OTHERS = (
    rf"{_SHOW}.{{0,4}}{_THEM}.{{0,6}}?{_DATA}",
    rf"{_THEM}.{{0,6}}?{_DATA}.{{0,10}}{_SHOW}",
    rf"{_SHOW}.{{0,3}}[\u4e00-\u9fff]{{2,10}}{_HOUSE}的?.{{0,4}}"
    + _any("申请 材料 联系人 手机 身份证 办件 进度"),
    _any("查一下 查下 查查 帮我查 帮查 告诉我")
    + rf"(?!{_ROLE})[\u4e00-\u9fff]{{2,3}}的"
    + _any("成绩 身份证 手机 电话 家庭住址 个人信息"),
    "举报人(?:是谁|的?姓名|的?电话|信息)|谁(?:举报|投诉|告)的?了?(?:我|俺|咱)",
)
_OTHERS = re.compile("|".join(_OF_OTHERS))

_DELETE = _any("删除 删掉 删了 删光 删 清空 抹掉 格式化 篡改 销毁 毁掉 关掉 关闭")
_STORE = _any("数据库 系统 后台 日志 办件 全部记录 所有记录 全部数据 所有数据 聊天记录 我的记录")
_AWAY = _any("注销 撤掉 撤销 驳回 改成 改了 取消 删")
_STRANGER = _any("别人 别家 隔壁 其他 那家 他们")
_DESTRUCTION = (
    rf"{_DELETE}掉?了?.{{0,6}}{_STORE}|删库",
    rf"(?:把|将).{{0,10}}(?:{_STORE}|记录全|数据全).{{0,8}}{_DELETE}",
    rf"(?:把|将).{{0,3}}{_STRANGER}.{{0,14}}{_AWAY}|(?:帮我|替我|给我).{{0,8}}{_STRANGER}.{{0,12}}{_AWAY}",
    "(?:直接|偷偷|私下|悄悄).{0,6}(?:改成|改为|标成)已?(?:通过|办结|批准)",
)
_DESTROY = re.compile("|".join(_DESTRUCTION))
_MAY = re.compile(
    "多长|是否|合规|合法|违规|该不该|要不要|能不能|可不可以|可以吗|能[^，。]{0,12}[吗不]|行吗|行不|几年|多久|允许|吗$|不$"
)

_HUMAN = _any("人工 真人 活人 客服 工作人员 管事的 领导 主任 科长 局长")
_PERSON = re.compile(
    _any("转 找 要 叫 来 换 接 跟 和 与 联系 有没有 请")
    + rf"(?:一?[个位]|你们?的?|一下|接)*{_HUMAN}"
    + "|人工(?:客服|服务|坐席|回复|答复|处理)|^人工$"
    + "|(?:真人|人工|工作人员|客服)(?:来|跟我|和我|给我|帮我|回复|回答)"
)
_ABUSE = re.compile(
    _any(
        "傻[逼比bx叉子] 煞笔 沙雕 \\bsb\\b 尼玛 你妈 他妈 特么 (?<![我俺咱她])妈的 草泥 操你 日你",
        "垃圾 废物 智障",
        "脑残 弱智 狗屁 狗屎 放屁 破玩意 什么玩意 啥玩意 破机器 破东西 破软件 混蛋 王八 去死",
        "有病吧 有病$ 蠢 白痴 骗子 骗人的 气死 坑爹 差劲 胡说 瞎扯 扯淡 答非所问 不是我问的",
        "没一句有用 没用$ 没屁用 没鸟用 没啥用$ 有个屁用 有屁用 投诉你$ 投诉你们$ \\bfuck \\bshit",
        "滚蛋 滚开 滚粗 滚犊 滚吧 滚$ idiot stupid",
    )
    + "|(?:一点|半点)用?[都也]?没(?:有)?用|投诉(?:这个)?机器人|(?:你|这)(?:是不是|真)(?:傻|笨|蠢)"
)

_LATIN_WORD = re.compile(r"[a-z]+")
_ENGLISH = re.compile(
    r"\b(?:the|is|are|was|do|does|can|could|how|what|when|where|who|why|which|will|would|i|you|my"
    r"|your|me|to|for|of|in|on|and|or|please|need|about|this|that|there|have|get|tell|show)\b"
)


def formed(raw: str, text: str) -> str | None:
    """The class that the form alone decides, before anything is looked up. `text` is plain."""
    if not _WORD.search(text):
        return NOISE
    if _SQL.search(text):
        return DESTROY
    if _is_pasted(raw, text):
        return PASTED
    if _CODE.search(text) or _ORDER.search(text):
        return ORDER
    if _DESTROY.search(text) and not _MAY.search(text):
        return DESTROY
    if _OTHERS.search(text):
        return OTHERS
    return _without_han(text) if not _HAN.search(text) else _repeated(text)


def addressed(text: str) -> str | None:
    """A call for a person or abuse; for texts in which no matter of the Measures was recognised."""
    if _PERSON.search(text) and len(text) <= 40:
        return PERSON
    return ABUSE if _ABUSE.search(text) else None


def _is_pasted(raw: str, text: str) -> bool:
    rows = [line for line in raw.splitlines() if line.strip()]
    if len(_LONG_NUMBER.findall(text)) >= 2 or raw.count("\t") + raw.count("|") >= 6:
        return True
    if _IDENTITY_NUMBER.search(text):
        return True
    return (len(rows) >= 6 or len(text) > 400) and not _ASKS.search(text[-60:])


def _without_han(text: str) -> str | None:
    """Digits and noise; greetings in other languages are phrases, found before."""
    return FOREIGN if len(set(_ENGLISH.findall(text))) >= 2 else NOISE


def _repeated(text: str) -> str | None:
    letters = re.sub(r"[^a-z0-9\u3400-\u9fff]", "", text)
    return NOISE if len(letters) >= 3 and len(set(letters)) == 1 else None
