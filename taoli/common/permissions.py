"""Data levels of the shared tables, third parties' included."""

from taoli.common.levels import declare

declare("common.Area", L1="id name kind parent")
declare("common.School", L1="id code name area kind")
declare("common.AuditHead", L2="id school seq hash")
declare("common.AuditEntry", L2="id school seq at account_id person_id action object_id data previous hash")
declare("common.ViewLog", L2="id school at account_id person_id noun page ids")
declare("common.Operation", L2="id school owner_id op location")
declare("common.Job", L2="id school kind state done total started_by created_at location message")
