"""Honours: data levels."""

from taoli.common.levels import declare

declare("evaluation.HonourGrant", L2="id school run mentor honour level by at", L3="met")
