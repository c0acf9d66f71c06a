# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that the logger of asyncio says at level DEBUG."""
import asyncio
import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(name)s %(funcName)s "
                    "%(filename)s %(threadName)s %(message)s")


async def main():
    logging.info("from main")
    asyncio.get_running_loop().call_exception_handler({"message": "by hand"})
    asyncio.get_running_loop().call_soon(int, "x")
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
