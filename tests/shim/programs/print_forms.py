# SPDX-License-Identifier: GPL-3.0-or-later
"""print in all its forms, from tasks, callbacks and threads."""
import asyncio
import pprint
import sys


async def main():
    print("a", "b", sep="", end="|")
    print(end="")
    print()
    print("multi\nline", "tab\t", "return\rover", sep="\n")
    asyncio.get_running_loop().call_soon(print, "from a callback")
    await asyncio.sleep(0)
    await asyncio.to_thread(print, "from a thread", flush=True)
    pprint.pprint({"key": list(range(30))})
    print("to stderr", file=sys.stderr)
    print(*range(3), file=None)
    sys.displayhook("displayed")
    print("unfinished", end="")


asyncio.run(main())
