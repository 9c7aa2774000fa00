"""The engine without a database: `python -m taoli.engine match|group|comply|score|check-package|draw FILE…` or
`rehearse KEY…`.
"""

import sys
from importlib import import_module

COMMANDS = ("match", "group", "comply", "score", "rehearse", "check-package", "draw")
USAGE = 2


def main(arguments: list[str]) -> int:
    """Run a command on files; exit code 2 with a sentence when none is named."""
    if not arguments or arguments[0] not in COMMANDS:
        sys.stderr.write(f"Say what to do: python -m taoli.engine {'|'.join(COMMANDS)} FILE…\n")
        return USAGE
    command, *paths = arguments
    if not paths:
        sys.stderr.write(f"Name at least one file: python -m taoli.engine {command} FILE…\n")
        return USAGE
    code: int = import_module(f"taoli.engine.formats.{command.replace('-', '_')}").run(paths)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
