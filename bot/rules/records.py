"""「无违法违规、失信等不良行为记录」: the doubts that 第十一条 and 第二十四条 share."""

from __future__ import annotations

RECORD_REMEDY = "现有记录消除后再申请（修复后是否还算，文件没有写明）"

RECORD_DOUBTS = {
    "repaired": "修复后的记录还算不算，文件没有写明",
    "in_doubt": "没有写追溯多少年、修复后是否还算、轻重界限",
    "old": "追溯多少年，文件没有写",
    "disputed": "有争议的记录怎样算，文件没有写",
    "minor": "轻重界限，文件没有写",
    "pre_filing": "备案以前的记录算不算，文件没有写明",
}
