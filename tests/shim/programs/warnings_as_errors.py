# SPDX-License-Identifier: GPL-3.0-or-later
# flags: -W error
"""-W error: what asyncio warns about becomes an exception."""
import asyncio
import warnings


async def main():
    try:
        warnings.warn("deprecated", DeprecationWarning)
    except DeprecationWarning as error:
        print(error)
    print(await asyncio.gather())
    warnings.warn("not caught")


asyncio.run(asyncio.sleep(0))
asyncio.run(main())
