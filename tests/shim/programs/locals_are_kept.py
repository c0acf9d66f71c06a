# SPDX-License-Identifier: GPL-3.0-or-later
"""The dict that locals() gives changes only when Python says so."""
import asyncio
import sys


async def main():
    number = 1
    names = locals()
    number = 2
    await asyncio.sleep(0)
    other = 3
    await asyncio.sleep(0)
    print(sorted(names), names.get("number"), names.get("other"))
    names["number"] = 9
    await asyncio.sleep(0)
    print(names["number"], number, other)
    sys._getframe().f_locals["made"] = 5
    await asyncio.sleep(0)
    print(sorted(locals()))
    exec("number = 7")
    print(number, eval("number + 1"))


asyncio.run(main())
