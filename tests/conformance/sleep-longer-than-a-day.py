# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S2
import asyncio


async def main():
    await asyncio.sleep(24 * 3600)
    print("a day")
    await asyncio.sleep(60 * 3600)
    print("two days and a half")


asyncio.run(main())
