# SPDX-License-Identifier: GPL-3.0-or-later
# env: PYTHONASYNCIODEBUG=1
"""PYTHONASYNCIODEBUG: a coroutine that nobody awaits says where it was made."""
import asyncio


async def forgotten():
    pass


def make():
    forgotten()


async def main():
    asyncio.get_running_loop().slow_callback_duration = 30
    print(asyncio.get_running_loop().get_debug())
    make()
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


make()
asyncio.run(main())
