"""How days and times are written in English."""

DATE_FORMAT = "F j, Y"
DATETIME_FORMAT = "F j, Y, H:i"
MONTH_DAY_FORMAT = "F j"
SHORT_DATETIME_FORMAT = "F j, H:i"
