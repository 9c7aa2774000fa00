"""Tables every app stands on."""

from taoli.common.models.attachment import Attachment
from taoli.common.models.audit import AuditEntry, AuditHead, ViewLog
from taoli.common.models.job import Job
from taoli.common.models.operation import Operation
from taoli.common.models.place import Area, School

__all__ = ["Area", "Attachment", "AuditEntry", "AuditHead", "Job", "Operation", "School", "ViewLog"]
