# SPDX-License-Identifier: GPL-3.0-or-later
# stderr: stdout
"""Both outputs into one pipe: which is held back, and which is not."""
import asyncio
import sys


async def main():
    print("printed first")
    print("an error", file=sys.stderr)
    await asyncio.sleep(0)
    print("printed second", end="", flush=True)
    print("another error", file=sys.stderr)
    print("last")
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("y" * 9000)
    sys.stderr.write("unfinished")


asyncio.run(main())
