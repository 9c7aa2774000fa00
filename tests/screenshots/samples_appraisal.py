"""Pages of the appraisal; `ask_for_an_objection` brings an objection, and a sheet of last term to object to."""

import sqlite3
from pathlib import Path

from tests.screenshots.sampling import Sample

RUN = "SELECT id FROM evaluation_appraisalrun WHERE state = 'draft' LIMIT 1"
SHEET = "SELECT id FROM evaluation_appraisalsheet WHERE id = '0badc0de0badc0de0badc0de0badc0f2'"

# The draft of this term has an objection; the mentor's sheet stands once more in a term before, shown to him.
OBJECTION = """
    CREATE TEMP TABLE t AS SELECT * FROM roster_term WHERE id = (SELECT term_id FROM evaluation_appraisalrun
        WHERE state = 'draft' LIMIT 1);
    UPDATE t SET id = '0badc0de0badc0de0badc0de0badc0f0', name = '2025-2026学年第一学期', starts = '2025-09-01',
        ends = '2026-01-23';
    CREATE TEMP TABLE r AS SELECT * FROM evaluation_appraisalrun WHERE state = 'draft' LIMIT 1;
    UPDATE r SET id = '0badc0de0badc0de0badc0de0badc0f1', term_id = (SELECT id FROM t), state = 'shown',
        objects_from = '2026-11-20', objects_until = '2026-12-04', shown_at = drafted_at;
    CREATE TEMP TABLE s AS SELECT * FROM evaluation_appraisalsheet WHERE run_id = (SELECT id FROM
        evaluation_appraisalrun WHERE state = 'draft' LIMIT 1) AND mentor_id = (SELECT person_id FROM
        accounts_membership JOIN accounts_account ON accounts_account.id = account_id WHERE username = 'demo-mentor');
    INSERT INTO evaluation_objection (id, school_id, sheet_id, item, text, records, state, raised_at, answer, changed,
        edit) SELECT '0badc0de0badc0de0badc0de0badc0f3', school_id, id, 'individual',
        '十月和一位同学谈过，只写在手册上，请再看看', '[]', 'open', '2026-11-23 02:00:00', '', '', 0 FROM s;
    UPDATE s SET id = '0badc0de0badc0de0badc0de0badc0f2', run_id = (SELECT id FROM r);
    INSERT INTO roster_term SELECT * FROM t;
    INSERT INTO evaluation_appraisalrun SELECT * FROM r;
    INSERT INTO evaluation_appraisalsheet SELECT * FROM s;
"""

SAMPLES: dict[str, Sample] = {
    "evaluation:appraisal_share": Sample("moral_office", pk=RUN),
    "evaluation:assess_grid": Sample("assessor"),
    "evaluation:objection_list": Sample("assessor"),
    "evaluation:objection_answer": Sample("assessor", pk="SELECT id FROM evaluation_objection LIMIT 1"),
    "evaluation:objection_new": Sample("mentor", "?item=individual", pk=SHEET),
}


def ask_for_an_objection(database: Path) -> None:
    """Let the demo's mentor object to the talks on the own sheet."""
    connection = sqlite3.connect(database, timeout=20)
    connection.executescript(OBJECTION)
    connection.close()
