"""What study groups find, in plain words, Chinese and English."""

WORDS = {
    "member_unknown": ("规定里的 {member} 不在名单里。", "The rules name {member}, who is not in the list."),
    "sizes_do_not_add_up": (
        "要分 {groups} 组，名单有 {members} 人，与给出的各组人数（{sizes}）不符。",
        "{groups} groups of {members} members cannot have the sizes {sizes}.",
    ),
    "fixed_nowhere": ("{member} 指定的小组不存在。", "{member} is fixed to a group that is not there."),
    "fixed_over_full": (
        "第 {group} 组（从 0 数）只能有 {size} 人，却指定了 {members} 人。",
        "Group {group} (counted from 0) takes {size}, and {members} are fixed to it.",
    ),
    "together_too_large": (
        "要同组的 {members} 多于一组最多的 {largest} 人。",
        "{members} are to be together, and a group takes {largest} at most.",
    ),
    "together_fixed_apart": (
        "要同组的 {members} 被指定到不同的小组。",
        "{members} are to be together and are fixed to different groups.",
    ),
    "apart_too_many": (
        "{members} 两两要分开，却只有 {groups} 组。",
        "{members} must all be apart, and there are {groups} groups.",
    ),
    "apart_and_together": ("{members} 既要分开又要同组。", "{members} are to be both apart and together."),
    "apart_fixed_together": (
        "要分开的 {members} 被指定到同一组。",
        "{members} are to be apart and are fixed to one group.",
    ),
    "no_arrangement": (
        "试遍了各种安排，没有一种满足全部规定。",
        "Every arrangement was tried, and none keeps all rules.",
    ),
    "no_arrangement_found": (
        "在限定的尝试次数内没有找到满足全部规定的安排。",
        "No arrangement that keeps all rules was found in the tries allowed.",
    ),
    "strata_gave_way": (
        "按层次和性别分得太碎，改为以蛇形分组为起点。",
        "Layers and genders left too little choice; the S-shaped deal was improved instead.",
    ),
    "sizes_uneven": ("各组人数：{sizes}。", "Sizes: {sizes}."),
}
