# SPDX-License-Identifier: GPL-3.0-or-later
"""os.fork inside a task: the child goes on with a copy of the loop and of the buffer."""
import asyncio
import os


async def main():
    print("before")         # still in the buffer, so both have it
    child = os.fork()
    if child == 0:
        await asyncio.sleep(0)
        print("in the child")
        return 5
    _, status = os.waitpid(child, 0)
    print("child ended with", os.waitstatus_to_exitcode(status))
    await asyncio.sleep(0)
    return 0


raise SystemExit(asyncio.run(main()))
