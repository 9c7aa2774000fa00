import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from bench.instances import round_of
from taoli.engine.__main__ import main

ROOT = Path(__file__).parents[2]


def written(folder: Path, students: int) -> str:
    problem = round_of(students)
    path = folder / "round.json"
    data = {
        "seed": problem.seed,
        "students": [{"id": one.id, "class_id": one.class_id, "wishes": one.wishes} for one in problem.students],
        "mentors": [{"id": one.id, "min": one.min, "max": one.max} for one in problem.mentors],
        "rules": {"max_classes_per_mentor": None},
    }
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)


def test_300_students_are_matched_with_a_certificate_and_no_django(tmp_path: Path) -> None:
    """In a process of its own that refuses to import Django, with another hash seed each time."""
    code = (
        "import sys, runpy; sys.modules['django'] = None; "
        "sys.argv = ['engine', 'match', sys.argv[1]]; runpy.run_module('taoli.engine', run_name='__main__')"
    )
    path = written(tmp_path, 300)
    answers = []
    for hash_seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, path],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, "")
        answers.append(done.stdout)
    result = json.loads(answers[0])
    assert answers[0] == answers[1]
    assert len(result["seats"]) == 300
    assert result["certificate"]["broken_rules"] == 0
    assert result["certificate"]["justified_envy"] == 0
    assert result["stats"]["first"] + result["stats"]["unranked"] <= 300


@pytest.mark.parametrize("arguments", [[], ["sort", "x.json"]])
def test_an_unknown_command_gets_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err) == (
        "",
        "Say what to do: python -m taoli.engine match|group|comply|score|rehearse|check-package|draw FILE…\n",
    )


@pytest.mark.parametrize("command", ["match", "group", "comply", "score"])
def test_each_command_wants_a_file_and_names_one_it_cannot_read(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command]) == 2
    assert f"python -m taoli.engine {command} FILE…" in capsys.readouterr().err
    missing = str(tmp_path / "none.json")
    assert main([command, missing]) == 2
    assert capsys.readouterr().err.startswith(f"{missing}: the file cannot be read")


def test_the_module_runs_as_a_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["engine"])
    monkeypatch.delitem(sys.modules, "taoli.engine.__main__")
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("taoli.engine", run_name="__main__")
    assert stopped.value.code == 2
    assert "Say what to do" in capsys.readouterr().err
