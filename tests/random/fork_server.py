# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs program after program under the shim, each in a process of its own.

An interpreter that has imported what the shim imports is forked for each program, and the
fork does what `python3 SHIM WORDS` would do, from a fresh `__main__` to the last exit
function.  Only the taking apart of the interpreter is left out, when the log is complete.
That takes a tenth of the time of a new interpreter.

    python3 fork_server.py SHIM

Standard input has a line for each, a JSON array of the command line from SHIM on;
standard output gets its status, or `late` if it did not end.
"""

import ast
import asyncio  # noqa: F401  before _asyncio, as in the shim
import atexit
import gc
import importlib
import json
import os
import resource
import select
import signal
import sys
import types

# Seconds for one program, which takes a few milliseconds: of a processor, and of a machine
# that perhaps has much else to do.
BUSY_LIMIT = 20
LIMIT = 600


def become(code, words):
    """Be an interpreter that was started with @words, the first of which is the shim."""
    shim = words[0]
    sys.stdin = open(os.devnull)
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    sys.argv[:] = words
    sys.path[0] = os.path.dirname(shim)
    main = types.ModuleType("__main__")
    main.__file__ = shim
    sys.modules["__main__"] = main
    atexit.register(os._exit, 0)    # registered first, called last
    exec(code, main.__dict__)


def import_all(source):
    """Import what the module @source imports at its top, so that no fork has to."""
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Import):
            for each in statement.names:
                importlib.import_module(each.name)


def wait(child):
    """How @child ends."""
    handle = os.pidfd_open(child)
    ready, _, _ = select.select([handle], [], [], LIMIT)
    os.close(handle)
    if not ready:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return str(os.waitstatus_to_exitcode(status)) if ready else "late"


def main():
    shim = sys.argv[1]
    with open(shim, encoding="utf-8") as file:
        source = file.read()
    code = compile(source, shim, "exec")
    import_all(source)
    gc.freeze()
    for line in sys.stdin:
        words = json.loads(line)
        child = os.fork()
        if child == 0:
            resource.setrlimit(resource.RLIMIT_CPU, (BUSY_LIMIT, BUSY_LIMIT))
            become(code, words)
            return
        print(wait(child), flush=True)


if __name__ == "__main__":
    main()
