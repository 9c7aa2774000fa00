"""Evaluations of the small school's students, for tests."""

from taoli.archive.models import EvaluationVoice, TermEvaluation
from taoli.archive.services import VoiceFacts, proof_evaluation, release_evaluations, write_voice
from tests.world import World

TEXT = "这学期你敢于开口了，小组里常听到你的主意。"


def speak(world: World, by: str = "王敏", kind: str = "mentor", text: str = TEXT, edit: int = 0) -> EvaluationVoice:
    """Let somebody say something of 林子涵's term."""
    said = VoiceFacts(kind=kind, text=text, edit=edit)
    student = world.students["林子涵"].pk
    return write_voice(by=world.actor(by), student_id=student, term_id=world.term.pk, said=said)


def newest(world: World) -> TermEvaluation:
    """The newest version."""
    return TermEvaluation.objects.of(world.school).latest("version")


def proof(world: World) -> TermEvaluation:
    """李慧 reads the newest version through."""
    row = newest(world)
    return proof_evaluation(by=world.actor("李慧"), pk=row.pk, edit=row.edit, texts={}, done=True)


def release(world: World) -> TermEvaluation:
    """Spoken, read through, given to the family."""
    if not TermEvaluation.objects.of(world.school).exists():
        speak(world)
    row = proof(world)
    release_evaluations(by=world.actor("李慧"), pks=[row.pk])
    return newest(world)
