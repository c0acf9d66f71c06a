# SPDX-License-Identifier: GPL-3.0-or-later
# shim: --text-limit 4096
"""More text than the recording takes: output, names, local variables."""
import asyncio


async def child(name, text):
    await asyncio.sleep(0)
    print(name, text)


async def main():
    for number in range(30):
        text = f"{number} " * 100
        await asyncio.create_task(child(f"name {number}", text), name=text)
    print("x" * 1_000_000)
    raise ValueError("y" * 5000)


asyncio.run(main())
