# SPDX-License-Identifier: GPL-3.0-or-later
# named: queue.py
"""A program called queue.py, which asyncio's executors would import."""
import asyncio


async def main():
    print(await asyncio.to_thread(len, "four"))


print("as", __name__)
if __name__ == "__main__":
    asyncio.run(main())
