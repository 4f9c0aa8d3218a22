"""Credit, records and people: facts that both the first filing and additions read."""

from __future__ import annotations

from bot.rules.fact import Fact, Option, possession, yes_no

credit_good = yes_no("credit_good", "社会信用良好")

bad_record = Fact(
    "bad_record",
    "违法违规、失信等不良行为记录",
    options=(
        Option("none", "没有记录", ("no", "没有", "无")),
        Option(
            "live",
            "现在有记录",
            (
                "yes",
                "current",
                "active",
                "existing",
                "present",
                "exists",
                "valid",
                "in_effect",
                "effective",
                "unresolved",
                "unrepaired",
                "serious",
                "on_record",
                "has_record",
                "live_record",
                "current_record",
                "active_record",
                "listed",
                "有",
            ),
        ),
        Option(
            "repaired",
            "有过，已经修复",
            ("restored", "resolved", "lifted", "credit_repaired", "repaired_record"),
        ),
        Option(
            "in_doubt",
            "有过，但已修复、很久以前、有争议或很轻微",
            ("doubtful", "unclear_record"),
        ),
        Option("old", "很久以前的", ("past", "historical", "old_record", "expired")),
        Option("disputed", "有争议，正在申诉或调查", ("contested", "under_review", "appealed")),
        Option("minor", "很轻微的", ("slight", "minor_record")),
        Option(
            "pre_filing",
            "备案以前的",
            ("before_filing", "pre_filing_only", "before_filing_only"),
        ),
    ),
)

fulltime_staff = possession(
    "fulltime_staff",
    "专职工作人员",
    hint="专门从事这项工作的人员",
    more=(
        Option(
            "other_duties",
            "有全职人员，但还兼做别的工作",
            ("fulltime_other_duties", "full_time_with_other_duties", "fulltime_with_other_duties"),
        ),
        Option(
            "parttime_only",
            "只有兼职人员",
            ("part_time_only", "parttime", "part_time", "only_parttime", "only_part_time"),
        ),
    ),
)

expert_team = possession(
    "expert_team",
    "专家团队",
    more=(Option("external", "都是外聘的", ("hired", "external_only", "outside")),),
)

video_monitoring = possession(
    "video_monitoring",
    "视频监控设备",
    more=(Option("leased", "租用的", ("rented", "borrowed", "partly_leased")),),
)
