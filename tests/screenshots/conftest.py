from tests.browser import browser_type_launch_args, demo, school_guard, still_clock

__all__ = ["browser_type_launch_args", "demo", "school_guard", "still_clock"]
