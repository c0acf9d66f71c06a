# SPDX-License-Identifier: GPL-3.0-or-later
"""Children that write to the standard output of the program itself."""
import asyncio
import os
import subprocess
import sys


async def main():
    print("first, buffered")
    child = await asyncio.create_subprocess_exec("echo", "from a child")
    await child.wait()
    print("second, flushed", flush=True)
    child = await asyncio.create_subprocess_shell("echo from a shell; echo bad >&2")
    await child.wait()
    subprocess.run([sys.executable, "-c", "print('from Python')"], check=True)
    os.system("echo from system")
    print("last")


asyncio.run(main())
