# SPDX-License-Identifier: GPL-3.0-or-later
"""Tracebacks as objects: frames, lines, what traceback and logging make of them."""
import asyncio
import logging
import sys
import traceback


async def fails():
    local = "value"
    await asyncio.sleep(0)
    raise ValueError("here" + local)


async def main():
    task = asyncio.create_task(fails())
    try:
        await task
    except ValueError as error:
        trace = error.__traceback__
        while trace is not None:
            print(trace.tb_frame.f_code.co_qualname, trace.tb_lineno, trace.tb_lasti > 0)
            trace = trace.tb_next
        print(traceback.format_exc())
        print(len(traceback.extract_tb(sys.exc_info()[2])), sys.exception() is error)
        text = traceback.TracebackException.from_exception(error, capture_locals=True)
        print([entry.locals and sorted(entry.locals) for entry in text.stack][-1])
        logging.exception("logged")
    print(task.exception().__traceback__.tb_frame.f_code.co_name)


asyncio.run(main())
