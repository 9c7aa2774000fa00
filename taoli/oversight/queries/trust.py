"""What a bureau knows of its schools when it checks what they hand in."""

from taoli.common.models import School
from taoli.engine.summary import Known
from taoli.oversight.models import Member, ReceivedSummary
from taoli.oversight.queries.members import districts_of


def trust_of(bureau_id: int, code: str) -> dict[str, Known]:
    """Return code → what is known of the school with this code, empty when none has it; four reads at most."""
    one = Member.objects.of(bureau_id).select_related("successor", "hosted").filter(code=code).first()
    if one is None:
        return {}
    bureau = School.objects.select_related("area").get(pk=bureau_id)
    near = {area.pk for area in districts_of(bureau)}
    rows = ReceivedSummary.objects.of(bureau_id).filter(member=one, seq__gt=one.counts_from)
    taken = {seq - one.counts_from: sha256 for seq, sha256 in rows.values_list("seq", "sha256")}
    return {
        code: Known(
            name=one.name,
            key=one.sign_key,
            compared=one.compared_on is not None,
            near=(one.hosted.area_id if one.hosted else one.district_id) in near,
            left_on=one.left_on,
            successor=one.successor.name if one.successor else "",
            rival=_rival(one, near),
            taken=taken,
        )
    }


def _rival(one: Member, near: set[int]) -> str:
    """Return the name of another school of the area, in this installation, that bears the same code."""
    other = School.objects.filter(code=one.code, kind=School.Kind.SCHOOL, area__in=near).first()
    return other.name if other and other.pk != one.hosted_id else ""
