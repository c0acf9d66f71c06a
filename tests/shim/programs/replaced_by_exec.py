# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that replaces itself by another one."""
import asyncio
import os
import sys


async def main():
    await asyncio.sleep(0)
    print("before", flush=True)
    names = sorted(name for name in os.environ if "JUG" in name or "SHIM" in name)
    os.execv(sys.executable, [sys.executable, "-c",
                              f"import os; print('after', {names}, sorted("
                              "map(int, os.listdir('/proc/self/fd')))[:3])"])


asyncio.run(main())
