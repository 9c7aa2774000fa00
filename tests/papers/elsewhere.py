"""What a published text names for a form and what stands on another paper or nowhere, each with its reason."""

COLUMNS: dict[tuple[str, str, str], str] = {
    ("primary-352", "register", "家庭基本情况"): "L3: kept in the archive, not on a register that several people hold",
    ("primary-352", "register", "平时表现"): "the archive's monthly sheet",
    ("primary-352", "register", "近期规划"): "the development plan",
}
"""Preset, form and column of its scheme → where it is printed."""

WORDS: dict[str | tuple[str, str], str] = {
    "TG-22": "names the folders of the archive, not the fields of one form",
    "PS-21": "names the eight documents of the system, not the fields of one form",
    "PS-08": "names the plan, not its fields",
}
"""A rule of `rules.csv`, or one word of it → where it is printed."""

UNPRINTED: dict[tuple[str, str], str] = {
    ("class-mentor-2022", "class_plan"): "written by the class's own bodies, of which there are no data",
    ("primary-352", "management"): "a folder of the other papers, not a paper of its own",
    ("zhenjiang-2025", "handover"): "handed over as a package with a receipt, not on a form",
}
"""Preset and form of its scheme without an official form → why."""
