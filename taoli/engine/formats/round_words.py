"""What a round of matching finds, in plain words, Chinese and English: the counted reasons, and the ways out."""

REASONS = {
    "seats_short": (
        "{students} 名学生只有 {seats} 个名额，少 {short} 个。",
        "{students} students have {seats} places, {short} too few.",
    ),
    "minimum_too_high": (
        "各位导师最少人数加起来是 {minimum} 人，学生只有 {students} 名，多要了 {excess} 人。",
        "The least numbers add up to {minimum}, and there are {students} students, {excess} too few.",
    ),
    "minimum_above_maximum": (
        "导师 {mentor} 最少 {min} 人，却最多只能 {max} 人。",
        "Mentor {mentor} must have {min} at least and may have {max} at most.",
    ),
    "hall_seats": (
        (
            "{count_students} 名学生（{classes} 班：{students}）只能去 {count_mentors} 位导师（{mentors}）那里，"
            "一共 {seats} 个名额，少 {short} 个。"
        ),
        (
            "{count_students} students (of {classes}: {students}) may only go to {count_mentors} mentors ({mentors}), "
            "who have {seats} places, {short} too few."
        ),
    ),
    "nobody_eligible": (
        "{count_students} 名学生（{classes} 班：{students}）没有一位导师可以带。",
        "No mentor may take {count_students} students (of {classes}: {students}).",
    ),
    "hall_minimum": (
        (
            "{count_mentors} 位导师（{mentors}）最少要 {minimum} 人，能去的学生（{classes} 班）只有 {students} 名，"
            "多要了 {excess} 人。"
        ),
        (
            "{count_mentors} mentors ({mentors}) must have {minimum}, and only {students} students (of {classes}) may "
            "come to them, {excess} too few."
        ),
    ),
    "category_seats_short": (
        (
            "{count_students} 名“{category}”学生（{students}）只能去 {count_mentors} 位导师（{mentors}）那里；"
            "每位最多 {cap} 名，一共 {seats} 个名额，少 {short} 个。"
        ),
        (
            "{count_students} students of {category} ({students}) may only go to {count_mentors} mentors ({mentors}), "
            "with at most {cap} each: {seats} places, {short} too few."
        ),
    ),
    "apart_seats_short": (
        "{count_students} 名学生（{students}）两两要分开，能去的导师（{mentors}）只有 {seats} 位，少 {short} 位。",
        (
            "{count_students} students ({students}) must all be apart, and {seats} mentors ({mentors}) may take them, "
            "{short} too few."
        ),
    ),
    "class_places_short": (
        (
            "每位导师最多带 {limit} 个班：{classes} 班一共要占 {needed} 个位置，{count_mentors} 位导师（{mentors}）"
            "只有 {places} 个，少 {short} 个。"
        ),
        (
            "With at most {limit} classes each, {count_mentors} mentors ({mentors}) have {places} places for a class; "
            "{classes} need {needed}, {short} more."
        ),
    ),
    "together_too_large": (
        "要在一起的 {size} 名学生（{students}）多于一位导师最多的 {largest} 名。",
        "{size} students ({students}) belong together, and no mentor takes more than {largest}.",
    ),
    "together_and_apart": ("{students} 既要在一起又要分开。", "{students} are to be both together and apart."),
    "pinned_unknown_student": (
        "事先指定的学生 {student} 不在名单里。",
        "Student {student}, pinned beforehand, is not in the list.",
    ),
    "pinned_unknown_mentor": (
        "学生 {student} 事先指定的导师 {mentor} 不在名单里。",
        "Student {student} is pinned to {mentor}, who is no mentor here.",
    ),
    "pinned_absent": (
        "学生 {student} 事先指定的导师 {mentor} 离岗。",
        "Student {student} is pinned to mentor {mentor}, who is away.",
    ),
    "pinned_over_maximum": (
        "事先指定给导师 {mentor} 的有 {count_students} 名（{students}），最多只能 {max} 名。",
        "{count_students} students ({students}) are pinned to mentor {mentor}, who takes {max} at most.",
    ),
    "pinned_together": (
        "要在一起的 {students} 事先指定给了不同的导师（{mentors}）。",
        "{students} belong together and are pinned to different mentors ({mentors}).",
    ),
    "pinned_classes": (
        "事先指定给导师 {mentor} 的学生来自 {count_classes} 个班（{classes}），最多只能 {limit} 个班。",
        "Those pinned to mentor {mentor} come from {count_classes} classes ({classes}); {limit} at most.",
    ),
    "pinned_category": (
        "事先指定给导师 {mentor} 的“{category}”学生有 {count} 名，最多只能 {cap} 名。",
        "{count} students of {category} are pinned to mentor {mentor}; {cap} at most.",
    ),
    "pinned_apart": (
        "要分开的 {students} 都事先指定给了导师 {mentor}。",
        "{students} are to be apart and are pinned to one mentor, {mentor}.",
    ),
    "rules_conflict": (
        "以下规定少了任何一条，其余的就能满足：",
        "Without any one of the rules below the others could be kept:",
    ),
    "core_pinned": ("学生 {student} 事先指定给导师 {mentor}", "student {student} is pinned to mentor {mentor}"),
    "core_apart": ("{students} 要分开", "{students} are to be apart"),
    "core_together": ("{students} 要在一起", "{students} are to be together"),
    "core_unit": ("整组 {unit}（{students}）不拆开", "unit {unit} ({students}) stays whole"),
    "core_category_cap": (
        "“{category}”学生每位导师最多 {limit} 名",
        "at most {limit} students of {category} for each mentor",
    ),
    "core_class_limit": ("每位导师最多带 {limit} 个班", "at most {limit} classes for each mentor"),
    "core_teaches_class": ("学生只分给教本班的导师", "students go only to mentors who teach their class"),
    "core_minimum": ("导师 {mentor} 最少 {limit} 人", "mentor {mentor} has {limit} at least"),
    "core_maximum": ("导师 {mentor} 最多 {limit} 人", "mentor {mentor} has {limit} at most"),
    "search_limit": (
        (
            "{students} 名学生，{seats} 个名额，各位导师最少人数加起来是 {minimum}，逐项清点没有发现矛盾；"
            "在 {seconds} 秒内没有找到满足全部规定的安排，也没有证明它不存在。"
        ),
        (
            "{students} students, {seats} places, least numbers of {minimum} in all: no count shows a contradiction; "
            "in {seconds} seconds no arrangement was found that keeps every rule, nor a proof that there is none."
        ),
    ),
    "wish_unknown": (
        "学生 {student} 的志愿 {mentor} 不在导师名单里，已略过。",
        "Student {student} wished for {mentor}, who is no mentor here; left out.",
    ),
    "wish_repeated": (
        "学生 {student} 的志愿里 {mentor} 出现两次，第二次已略过。",
        "Student {student} wished for {mentor} twice; the second is left out.",
    ),
    "wish_absent": (
        "学生 {student} 的志愿 {mentor} 离岗，已略过。",
        "Student {student} wished for {mentor}, who is away; left out.",
    ),
    "wish_not_eligible": (
        "学生 {student} 的志愿 {mentor} 不教本班，已略过。",
        "Student {student} wished for {mentor}, who does not teach the class; left out.",
    ),
}
"""Codes of `obstacles`, `conflict` and the notes of a certificate."""

CHANGES = {
    "raise_maximum": ("导师 {mentor} 最多由 {old} 人改为 {new} 人", "let mentor {mentor} take {new} instead of {old}"),
    "lower_minimum": (
        "导师 {mentor} 最少由 {old} 人改为 {new} 人",
        "ask for {new} instead of {old} for mentor {mentor}",
    ),
    "raise_class_limit": (
        "每位导师最多带的班由 {old} 个改为 {new} 个",
        "let each mentor take {new} classes instead of {old}",
    ),
    "raise_category_cap": (
        "“{category}”学生每位导师最多由 {old} 名改为 {new} 名",
        "let each mentor take {new} students of {category} instead of {old}",
    ),
    "open_class": ("让导师 {mentor} 也带 {class} 班的学生", "let mentor {mentor} take students of {class} too"),
    "drop_pin": ("学生 {student} 不再指定给导师 {mentor}", "do not pin student {student} to mentor {mentor}"),
    "drop_apart": ("{students} 不再列入要分开的一组", "take {students} out of a group kept apart"),
    "drop_together": ("{students} 不再列入要在一起的一组", "take {students} out of a group kept together"),
    "split_unit": ("整组 {unit} 可以拆开", "let unit {unit} be split"),
    "recall_mentor": ("导师 {mentor} 恢复带学生", "let mentor {mentor}, who is away, take students"),
    "add_mentor": (
        "增加一位导师，可带 {max} 名，各班都可以",
        "add a mentor for {max} students, of any class",
    ),
}
"""Codes of the changes of a `Relaxation`."""
