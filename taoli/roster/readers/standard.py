"""OneRoster 1.2 CSV (1EdTech, rostering): files, columns in their order, which must be filled, what may stand there.

Source: 1EdTech OneRoster CSV Binding 1.2 in its corrected edition 1.2.1 (users.csv without resourceSourcedIds; bundles
of the first edition, which have it, are read too). In delta files status and dateLastModified must be filled as well.
"""

from dataclasses import dataclass

MANIFEST = "manifest.csv"
MANIFEST_HEAD = ("propertyName", "value")
MANIFEST_VERSION = "1.0"
VERSION = "1.2"
VERSIONS = (VERSION, "1.2.0", "1.2.1")
MODES = ("absent", "bulk", "delta")
# Every file the standard knows, in the order of the manifest; Taoli writes and reads those of `FILES`.
ALL_FILES = (
    "academicSessions",
    "categories",
    "classes",
    "classResources",
    "courses",
    "courseResources",
    "demographics",
    "enrollments",
    "lineItemLearningObjectiveIds",
    "lineItems",
    "lineItemScoreScales",
    "orgs",
    "resources",
    "resultLearningObjectiveIds",
    "results",
    "resultScoreScales",
    "roles",
    "scoreScales",
    "userProfiles",
    "userResources",
    "users",
)


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, what it holds (text, guid, guids, list, date, dateTime, year, boolean or an enumeration)."""

    name: str
    kind: str = "text"
    required: bool = False
    # The file a guid points into.
    target: str = ""


ENUMERATIONS: dict[str, tuple[str, ...]] = {
    "status": ("active", "tobedeleted"),
    "sessionType": ("gradingPeriod", "semester", "schoolYear", "term"),
    "orgType": ("department", "school", "district", "local", "state", "national"),
    "classType": ("homeroom", "scheduled"),
    "roleType": ("primary", "secondary"),
    "role": (
        "aide",
        "counselor",
        "districtAdministrator",
        "guardian",
        "parent",
        "principal",
        "proctor",
        "relative",
        "siteAdministrator",
        "student",
        "systemAdministrator",
        "teacher",
    ),
    "enrollmentRole": ("administrator", "proctor", "student", "teacher"),
    "sex": ("male", "female", "unspecified", "other"),
}
# These may be extended by words that begin with ext:
OPEN = frozenset({"sessionType", "orgType", "classType", "role", "enrollmentRole", "sex"})
EXTENSION = "ext:"
METADATA = "metadata."

BASE = (Field("sourcedId", "guid", required=True), Field("status", "status"), Field("dateLastModified", "dateTime"))


def _must(name: str, kind: str = "text", target: str = "") -> Field:
    return Field(name, kind, required=True, target=target)


FILES: dict[str, tuple[Field, ...]] = {
    "academicSessions": (
        *BASE,
        _must("title"),
        _must("type", "sessionType"),
        _must("startDate", "date"),
        _must("endDate", "date"),
        Field("parentSourcedId", "guid", target="academicSessions"),
        _must("schoolYear", "year"),
    ),
    "orgs": (
        *BASE,
        _must("name"),
        _must("type", "orgType"),
        Field("identifier"),
        Field("parentSourcedId", "guid", target="orgs"),
    ),
    "courses": (
        *BASE,
        Field("schoolYearSourcedId", "guid", target="academicSessions"),
        _must("title"),
        Field("courseCode"),
        Field("grades", "list"),
        _must("orgSourcedId", "guid", "orgs"),
        Field("subjects", "list"),
        Field("subjectCodes", "list"),
    ),
    "classes": (
        *BASE,
        _must("title"),
        Field("grades", "list"),
        _must("courseSourcedId", "guid", "courses"),
        Field("classCode"),
        _must("classType", "classType"),
        Field("location"),
        _must("schoolSourcedId", "guid", "orgs"),
        _must("termSourcedIds", "guids", "academicSessions"),
        Field("subjects", "list"),
        Field("subjectCodes", "list"),
        Field("periods", "list"),
    ),
    "users": (
        *BASE,
        _must("enabledUser", "boolean"),
        _must("username"),
        Field("userIds", "list"),
        _must("givenName"),
        _must("familyName"),
        Field("middleName"),
        Field("identifier"),
        Field("email"),
        Field("sms"),
        Field("phone"),
        Field("agentSourcedIds", "guids", target="users"),
        Field("grades", "list"),
        Field("password"),
        Field("userMasterIdentifier"),
        Field("preferredGivenName"),
        Field("preferredMiddleName"),
        Field("preferredFamilyName"),
        Field("primaryOrgSourcedId", "guid", target="orgs"),
        Field("pronouns"),
    ),
    "roles": (
        *BASE,
        _must("userSourcedId", "guid", "users"),
        _must("roleType", "roleType"),
        _must("role", "role"),
        Field("beginDate", "date"),
        Field("endDate", "date"),
        _must("orgSourcedId", "guid", "orgs"),
        Field("userProfileSourcedId", "guid"),
    ),
    "enrollments": (
        *BASE,
        _must("classSourcedId", "guid", "classes"),
        _must("schoolSourcedId", "guid", "orgs"),
        _must("userSourcedId", "guid", "users"),
        _must("role", "enrollmentRole"),
        Field("primary", "boolean"),
        Field("beginDate", "date"),
        Field("endDate", "date"),
    ),
    "demographics": (
        *BASE,
        Field("birthDate", "date"),
        Field("sex", "sex"),
        Field("americanIndianOrAlaskaNative", "boolean"),
        Field("asian", "boolean"),
        Field("blackOrAfricanAmerican", "boolean"),
        Field("nativeHawaiianOrOtherPacificIslander", "boolean"),
        Field("white", "boolean"),
        Field("demographicRaceTwoOrMoreRaces", "boolean"),
        Field("hispanicOrLatinoEthnicity", "boolean"),
        Field("countryOfBirthCode"),
        Field("stateOfBirthAbbreviation"),
        Field("cityOfBirth"),
        Field("publicSchoolResidenceStatus"),
    ),
}
# What Taoli knows and the standard has no column for: to the right of the standard's columns, as it prescribes.
OWN = "metadata.taoli."
EXTENSIONS: dict[str, tuple[str, ...]] = {
    "classes": (f"{OWN}homeroomSourcedId", f"{OWN}campus"),
    "users": (
        f"{OWN}name",
        f"{OWN}subject",
        f"{OWN}seat",
        f"{OWN}boarding",
        f"{OWN}studyGroup",
        f"{OWN}dormitory",
        f"{OWN}neighbourhood",
        f"{OWN}address",
        f"{OWN}agentRelations",
    ),
    "enrollments": (f"{OWN}subject",),
}


def header(file: str) -> list[str]:
    """Return the columns Taoli writes into a file: the standard's, then its own."""
    return [*(field.name for field in FILES[file]), *EXTENSIONS.get(file, ())]
