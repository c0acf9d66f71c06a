# SPDX-License-Identifier: GPL-3.0-or-later
"""What a child Python's exit status becomes for each way to end it."""
import asyncio
import os
import sys

ENDS = ["raise SystemExit", "raise SystemExit(300)", "raise SystemExit(-1)",
        "import os; os._exit(77)", "import os; os.abort()", "raise KeyboardInterrupt"]


async def status(code):
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stderr=asyncio.subprocess.DEVNULL)
    return await child.wait()


async def main():
    for code in ENDS:
        print(code, await status(code))
    print([os.EX_OK, os.waitstatus_to_exitcode(256)])
    raise SystemExit(-3)


asyncio.run(main())
