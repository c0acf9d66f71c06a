# SPDX-License-Identifier: GPL-3.0-or-later
# flags: -X tracemalloc=5
"""With tracemalloc the warning tells where the coroutine was made."""
import asyncio
import tracemalloc


async def forgotten():
    pass


async def main():
    forgotten()
    await asyncio.sleep(0)


print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
asyncio.run(main())
