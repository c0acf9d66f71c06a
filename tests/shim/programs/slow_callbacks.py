# SPDX-License-Identifier: GPL-3.0-or-later
"""What debug mode logs of slow steps, with the times taken out."""
import asyncio
import logging
import re
import time


class Timeless(logging.Handler):
    def emit(self, record):
        text = re.sub(r"\d+\.\d+", "some", record.getMessage())
        if "culprit" in text or "callback(" in text:
            print(record.levelname, text)


async def hog():
    time.sleep(0.12)


def callback(word):
    time.sleep(0.12)


async def main():
    await asyncio.create_task(hog(), name="culprit")
    asyncio.get_running_loop().call_soon(callback, "word")
    await asyncio.sleep(0)
    await asyncio.sleep(0)


logger = logging.getLogger("asyncio")
logger.addHandler(Timeless())
logger.propagate = False
logger.setLevel(logging.WARNING)
asyncio.run(main(), debug=True)
