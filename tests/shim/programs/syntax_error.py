# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""A syntax error in the middle: its line, its marks, the status."""
import asyncio


async def main():
    await asyncio.sleep(0))


asyncio.run(main())
