# SPDX-License-Identifier: GPL-3.0-or-later
"""Locals so large that showing them whole would take long: lists, texts, numbers."""
import asyncio
import time


async def main():
    text = "x" * 20_000_000
    numbers = list(range(1_000_000))
    nested = [[numbers] * 1000] * 1000
    power = 10 ** 300_000
    table = {number: numbers for number in range(100_000)}
    endless = []
    endless.append(endless)
    raw = bytes(10_000_000)
    start = time.process_time()
    for _ in range(20):
        await asyncio.sleep(0)
    print(time.process_time() - start < 0.5)
    print(len(text), len(nested), power > 0, len(table), len(raw))


asyncio.run(main())
