# SPDX-License-Identifier: GPL-3.0-or-later
# stdout: broken
"""Nobody reads: BrokenPipeError in a task, and what Python says at the end."""
import asyncio
import sys


async def main():
    print("x" * 10)
    await asyncio.sleep(0)
    try:
        sys.stdout.flush()
    except BrokenPipeError as error:
        print(error, file=sys.stderr)
    print("again")


asyncio.run(main())
