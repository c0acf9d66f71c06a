# SPDX-License-Identifier: GPL-3.0-or-later
# stdout: terminal
"""On a terminal: output by lines, sizes, isatty, colours of newer tracebacks."""
import asyncio
import os
import sys


async def main():
    print(sys.stdout.isatty(), sys.stderr.isatty(), sys.stdout.line_buffering)
    sys.stdout.write("no newline, ")
    sys.stderr.write("an error\n")
    await asyncio.sleep(0)
    print(os.isatty(1), sys.stdout.encoding, os.ttyname(1) == os.ttyname(0))
    print(repr(sys.stdout).split()[0], type(sys.stdout.buffer.raw).__name__)
    print(os.tcgetpgrp(0) if False else "end", end="")
    raise ValueError("on a terminal")


asyncio.run(main())
