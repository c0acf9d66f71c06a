# SPDX-License-Identifier: GPL-3.0-or-later
# stdout: closed
"""Started with a closed standard output: sys.stdout is None, print does nothing."""
import asyncio
import sys


async def main():
    print("into nowhere")
    await asyncio.sleep(0)
    print(sys.stdout, sys.__stdout__, sys.stdin is None, file=sys.stderr)
    file = open(__file__)
    print(file.fileno(), file=sys.stderr)


asyncio.run(main())
