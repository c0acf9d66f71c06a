# SPDX-License-Identifier: GPL-3.0-or-later
# named: asyncio.py
# loop: none
"""A program that is called asyncio.py imports itself, as beginners find out."""
import asyncio


async def main():
    print("never")


print("importing", __name__)
asyncio.run(main())
