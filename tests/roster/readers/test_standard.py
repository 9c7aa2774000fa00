"""The table in the code against one written by hand from 1EdTech's OneRoster CSV Binding 1.2 (edition 1.2.1)."""

import pytest

from taoli.roster.readers.standard import ALL_FILES, ENUMERATIONS, FILES, header

# file: columns in order; a star marks what must be filled. status and dateLastModified must be filled in a delta.
TABLE = {
    "academicSessions": "sourcedId* status dateLastModified title* type* startDate* endDate* parentSourcedId schoolYear*",
    "orgs": "sourcedId* status dateLastModified name* type* identifier parentSourcedId",
    "courses": (
        "sourcedId* status dateLastModified schoolYearSourcedId title* courseCode grades orgSourcedId* subjects subjectCodes"
    ),
    "classes": (
        "sourcedId* status dateLastModified title* grades courseSourcedId* classCode classType* location schoolSourcedId* "
        "termSourcedIds* subjects subjectCodes periods"
    ),
    "users": (
        "sourcedId* status dateLastModified enabledUser* username* userIds givenName* familyName* middleName identifier "
        "email sms phone agentSourcedIds grades password userMasterIdentifier preferredGivenName preferredMiddleName "
        "preferredFamilyName primaryOrgSourcedId pronouns"
    ),
    "roles": (
        "sourcedId* status dateLastModified userSourcedId* roleType* role* beginDate endDate orgSourcedId* "
        "userProfileSourcedId"
    ),
    "enrollments": (
        "sourcedId* status dateLastModified classSourcedId* schoolSourcedId* userSourcedId* role* primary beginDate endDate"
    ),
    "demographics": (
        "sourcedId* status dateLastModified birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican "
        "nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity "
        "countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus"
    ),
}
MANIFEST = (
    "academicSessions categories classes classResources courses courseResources demographics enrollments "
    "lineItemLearningObjectiveIds lineItems lineItemScoreScales orgs resources resultLearningObjectiveIds results "
    "resultScoreScales roles scoreScales userProfiles userResources users"
)


def test_no_file_is_missing_or_added() -> None:
    assert set(FILES) == set(TABLE)
    assert list(ALL_FILES) == MANIFEST.split()


@pytest.mark.parametrize("file", sorted(TABLE))
def test_columns_order_and_what_must_be_filled(file: str) -> None:
    assert [f"{one.name}{'*' if one.required else ''}" for one in FILES[file]] == TABLE[file].split()


@pytest.mark.parametrize("file", sorted(TABLE))
def test_own_columns_stand_to_the_right_and_say_so(file: str) -> None:
    own = header(file)[len(FILES[file]) :]
    assert header(file)[: len(FILES[file])] == TABLE[file].replace("*", "").split()
    assert all(name.startswith("metadata.taoli.") for name in own)


def test_the_words_of_the_enumerations() -> None:
    assert ENUMERATIONS["status"] == ("active", "tobedeleted")
    assert ENUMERATIONS["sessionType"] == ("gradingPeriod", "semester", "schoolYear", "term")
    assert ENUMERATIONS["orgType"] == ("department", "school", "district", "local", "state", "national")
    assert ENUMERATIONS["classType"] == ("homeroom", "scheduled")
    assert ENUMERATIONS["enrollmentRole"] == ("administrator", "proctor", "student", "teacher")
    assert ENUMERATIONS["sex"] == ("male", "female", "unspecified", "other")
    assert len(ENUMERATIONS["role"]) == 12
