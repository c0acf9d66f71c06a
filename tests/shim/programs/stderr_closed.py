# SPDX-License-Identifier: GPL-3.0-or-later
# stderr: closed
"""Started with a closed standard error; warnings and tracebacks vanish."""
import asyncio
import sys
import warnings


async def main():
    print(sys.stderr, sys.__stderr__)
    warnings.warn("unseen")
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("still here", file=sys.stderr)
    raise ValueError("unseen")


asyncio.run(main())
