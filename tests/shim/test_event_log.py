#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shim writes the event log as it is specified; each log here was derived by hand."""

import unittest

from shim_runner import ShimTestCase, needs


class Tasks(ShimTestCase):

    def test_gathered_sleepers(self):
        # Steps in creation order; the timers are due in 3, the sleepers resume in 4
        # (a timer costs an iteration), gather's awaiter two after the last of them.
        self.assert_log("""
            import asyncio

            async def hello():
                await asyncio.sleep(1)
                print("hi")

            async def main():
                await asyncio.gather(hello(), hello(), hello())

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 create hello-1 by main-1
            0.000000 1 create hello-2 by main-1
            0.000000 1 create hello-3 by main-1
            0.000000 1 wait main-1 future
            0.000000 2 step hello-1
            0.000000 2 wait hello-1 future
            0.000000 2 step hello-2
            0.000000 2 wait hello-2 future
            0.000000 2 step hello-3
            0.000000 2 wait hello-3 future
            1.000000 4 step hello-1
            1.000000 4 print hello-1 hi
            1.000000 4 done hello-1 result
            1.000000 4 step hello-2
            1.000000 4 print hello-2 hi
            1.000000 4 done hello-2 result
            1.000000 4 step hello-3
            1.000000 4 print hello-3 hi
            1.000000 4 done hello-3 result
            1.000000 6 step main-1
            1.000000 6 done main-1 result
            """)

    def test_kinds_of_wait(self):
        self.assert_log("""
            import asyncio

            async def child():
                await asyncio.sleep(0)

            async def main():
                await asyncio.create_task(child())
                future = asyncio.get_running_loop().create_future()
                asyncio.get_running_loop().call_soon(future.set_result, 1)
                await future
                await future

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 create child-1 by main-1
            0.000000 1 wait main-1 task child-1
            0.000000 2 step child-1
            0.000000 2 wait child-1 yield
            0.000000 3 step child-1
            0.000000 3 done child-1 result
            0.000000 4 step main-1
            0.000000 4 wait main-1 future
            0.000000 6 step main-1
            0.000000 6 done main-1 result
            """)

    def test_names_are_those_of_coroutines(self):
        run = self.run_program("""
            import asyncio

            class Kettle:
                async def boil(self):
                    print(asyncio.current_task().get_name())

            class Awaitable:
                def __await__(self):
                    yield

            async def main():
                await asyncio.create_task(Kettle().boil(), name="tea")
                await asyncio.gather(Awaitable(), asyncio.sleep(0))

            asyncio.run(main())
            asyncio.run(main())
            """)
        created = [line.split(" ", 2)[2] for line in run.lines if " create " in line]
        self.assertEqual(created, [
            "create main-1 by loop", "create boil-1 by main-1",
            "create _wrap_awaitable-1 by main-1", "create sleep-1 by main-1",
            "create main-2 by loop", "create boil-2 by main-2",
            "create _wrap_awaitable-2 by main-2", "create sleep-2 by main-2"])
        self.assertIn("0.000000 2 print boil-1 tea", run.lines)

    def test_several_runs_count_on(self):
        # main ends in 1; its callback stops the loop in 2; each of the two shutdown
        # coroutines takes two iterations (3-4 and 5-6); the next run begins with 7.
        self.assert_log("""
            import asyncio
            import time

            async def main():
                print("run")

            time.sleep(0.5)
            asyncio.run(main())
            time.sleep(0.25)
            print("between")
            asyncio.run(main())
            """, """
            0.500000 0 create main-1 by loop
            0.500000 1 step main-1
            0.500000 1 print main-1 run
            0.500000 1 done main-1 result
            0.750000 6 print loop between
            0.750000 6 create main-2 by loop
            0.750000 7 step main-2
            0.750000 7 print main-2 run
            0.750000 7 done main-2 result
            """)

    @needs(3, 12)
    def test_eager_tasks_stand_inside_their_creator(self):
        self.assert_log("""
            import asyncio

            async def quick():
                print("quick")

            async def slow():
                print("slow")
                await asyncio.sleep(0)

            async def main():
                loop = asyncio.get_running_loop()
                loop.set_task_factory(asyncio.eager_task_factory)
                asyncio.create_task(quick())
                task = asyncio.create_task(slow())
                print("main")
                await task

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 create quick-1 by main-1
            0.000000 1 step quick-1
            0.000000 1 print quick-1 quick
            0.000000 1 done quick-1 result
            0.000000 1 create slow-1 by main-1
            0.000000 1 step slow-1
            0.000000 1 print slow-1 slow
            0.000000 1 wait slow-1 yield
            0.000000 1 print main-1 main
            0.000000 1 wait main-1 task slow-1
            0.000000 2 step slow-1
            0.000000 2 done slow-1 result
            0.000000 3 step main-1
            0.000000 3 done main-1 result
            """)

    def test_errors_of_the_await_protocol(self):
        self.assert_log("""
            import asyncio

            class Odd:
                def __await__(self):
                    yield 42

            async def main():
                for awaitable in (Odd(), asyncio.current_task()):
                    try:
                        await awaitable
                    except RuntimeError:
                        print("refused")
                await asyncio.sleep(0)

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 wait main-1 yield
            0.000000 2 step main-1 throw RuntimeError
            0.000000 2 print main-1 refused
            0.000000 2 wait main-1 task main-1
            0.000000 3 step main-1 throw RuntimeError
            0.000000 3 print main-1 refused
            0.000000 3 wait main-1 yield
            0.000000 4 step main-1
            0.000000 4 done main-1 result
            """)


class Cancellation(ShimTestCase):

    def test_never_started(self):
        self.assert_log("""
            import asyncio

            async def child():
                print("never")

            async def main():
                task = asyncio.create_task(child())
                task.cancel()
                await asyncio.sleep(0)
                task.cancel()

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 create child-1 by main-1
            0.000000 1 cancel child-1 by main-1
            0.000000 1 wait main-1 yield
            0.000000 2 step child-1 throw CancelledError
            0.000000 2 done child-1 cancelled
            0.000000 2 step main-1
            0.000000 2 cancel child-1 by main-1
            0.000000 2 done main-1 result
            """)

    def test_outer_before_inner(self):
        # outer awaits middle, middle gathers two: one cancel() makes four lines.  They
        # start in 2, 3 and 4, so the timer is due in 5 and main resumes in 6.
        run = self.run_program("""
            import asyncio

            async def middle():
                await asyncio.gather(asyncio.sleep(9), asyncio.sleep(9))

            async def outer():
                await asyncio.create_task(middle())

            async def main():
                task = asyncio.create_task(outer())
                await asyncio.sleep(1)
                task.cancel()
                await asyncio.wait([task])

            asyncio.run(main())
            """)
        self.assertEqual([line for line in run.lines if " cancel " in line], [
            "1.000000 6 cancel outer-1 by main-1",
            "1.000000 6 cancel middle-1 by main-1",
            "1.000000 6 cancel sleep-1 by main-1",
            "1.000000 6 cancel sleep-2 by main-1"])
        self.assertEqual([line for line in run.lines if " throw " in line], [
            "1.000000 7 step sleep-1 throw CancelledError",
            "1.000000 7 step sleep-2 throw CancelledError",
            "1.000000 9 step middle-1 throw CancelledError",
            "1.000000 10 step outer-1 throw CancelledError"])

    def test_a_pending_cancel_follows_the_wait(self):
        # The task that cancelled itself passes it on when it suspends: wait, cancel.
        self.assert_log("""
            import asyncio

            async def main():
                task = asyncio.create_task(asyncio.sleep(5))
                asyncio.current_task().cancel()
                try:
                    await task
                except asyncio.CancelledError:
                    print("cancelled")

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 create sleep-1 by main-1
            0.000000 1 cancel main-1 by main-1
            0.000000 1 wait main-1 task sleep-1
            0.000000 1 cancel sleep-1 by main-1
            0.000000 2 step sleep-1 throw CancelledError
            0.000000 2 done sleep-1 cancelled
            0.000000 3 step main-1 throw CancelledError
            0.000000 3 print main-1 cancelled
            0.000000 3 done main-1 result
            """)

    def test_cancelled_itself_and_returned(self):
        self.assert_log("""
            import asyncio

            async def child():
                asyncio.current_task().cancel()

            async def main():
                await asyncio.wait([asyncio.create_task(child())])

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 create child-1 by main-1
            0.000000 1 wait main-1 future
            0.000000 2 step child-1
            0.000000 2 cancel child-1 by child-1
            0.000000 2 done child-1 cancelled
            0.000000 4 step main-1
            0.000000 4 done main-1 result
            """)

    def test_a_timeout_cancels_by_loop(self):
        self.assert_log("""
            import asyncio

            async def main():
                try:
                    async with asyncio.timeout(1):
                        await asyncio.sleep(2)
                except TimeoutError:
                    print("late")

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 wait main-1 future
            1.000000 2 cancel main-1 by loop
            1.000000 3 step main-1 throw CancelledError
            1.000000 3 print main-1 late
            1.000000 3 done main-1 result
            """)

    def test_the_end_of_a_run_cancels_in_creation_order(self):
        # main ends in 2, the loop stops in 3; the three see it in 4.
        run = self.run_program("""
            import asyncio

            async def child():
                try:
                    await asyncio.sleep(9)
                finally:
                    print("tidy")

            async def main():
                global tasks
                tasks = [asyncio.create_task(child()) for _ in range(12)]
                await asyncio.sleep(0)

            asyncio.run(main())
            """)
        cancels = [line for line in run.lines if " cancel " in line]
        self.assertEqual(cancels, [f"0.000000 3 cancel child-{number} by loop"
                                   for number in range(1, 13)])
        self.assertIn("0.000000 4 print child-12 tidy", run.lines)


class Output(ShimTestCase):

    def test_lines_belong_to_those_who_complete_them(self):
        self.assert_log("""
            import asyncio
            import os
            import sys

            async def child():
                print("b", "c")

            async def main():
                task = asyncio.create_task(child())
                print("a", end=" ")
                await task
                print()
                print("one\\ntwo")
                print("  blank  ")
                sys.stdout.buffer.write("grün\\n".encode())
                os.write(1, b"raw\\n")
                asyncio.get_running_loop().call_soon(print, "callback")
                await asyncio.sleep(0)
                print("rest", end="")

            print("module")
            asyncio.run(main())
            """, """
            0.000000 0 print loop module
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 create child-1 by main-1
            0.000000 1 wait main-1 task child-1
            0.000000 2 step child-1
            0.000000 2 print child-1 a b c
            0.000000 2 done child-1 result
            0.000000 3 step main-1
            0.000000 3 print main-1
            0.000000 3 print main-1 one
            0.000000 3 print main-1 two
            0.000000 3 print main-1   blank  
            0.000000 3 print main-1 grün
            0.000000 3 print main-1 raw
            0.000000 3 wait main-1 yield
            0.000000 4 print loop callback
            0.000000 4 step main-1
            0.000000 4 done main-1 result
            0.000000 9 print loop rest
            """)

    def test_standard_error_is_not_in_the_log(self):
        run = self.assert_log("""
            import sys
            print("out")
            print("err", file=sys.stderr)
            """, """
            0.000000 0 print loop out
            """)
        self.assertEqual(run.stderr, "err\n")


class Ends(ShimTestCase):

    def test_an_exception_ends_the_program(self):
        run = self.assert_log("""
            import asyncio

            async def main():
                raise KeyError("x")

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 done main-1 exception KeyError
            0.000000 6 exit program KeyError
            """, status=1)
        self.assertTrue(run.stderr.startswith("Traceback"))
        self.assertIn("KeyError: 'x'", run.stderr)
        self.assertNotIn("juggler_shim", run.stderr)

    def test_system_exit_counts_whatever_its_status(self):
        log = """
            0.000000 0 print loop bye
            0.000000 0 exit program SystemExit
            """
        self.assert_log("import sys\nprint('bye')\nsys.exit(0)\n", log)
        self.assert_log("import sys\nprint('bye')\nsys.exit(7)\n", log, status=7)

    def test_exit_inside_a_task(self):
        # The iteration breaks off before main's wake-up; what is left is cancelled.
        # main still waits for the child, so its cancel goes on to a finished task.
        self.assert_log("""
            import asyncio
            import sys

            async def child():
                sys.exit(3)

            async def main():
                await asyncio.create_task(child())

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 create child-1 by main-1
            0.000000 1 wait main-1 task child-1
            0.000000 2 step child-1
            0.000000 2 done child-1 exception SystemExit
            0.000000 2 cancel main-1 by loop
            0.000000 2 cancel child-1 by loop
            0.000000 3 step main-1 throw CancelledError
            0.000000 3 done main-1 cancelled
            0.000000 9 exit program SystemExit
            """, status=3)

    def test_deadlock(self):
        self.assert_log("""
            import asyncio

            async def main():
                try:
                    await asyncio.sleep(1)
                    await asyncio.Event().wait()
                finally:
                    print("never")

            print("held", end="")
            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 wait main-1 future
            1.000000 3 step main-1
            1.000000 3 wait main-1 future
            1.000000 4 print loop held
            1.000000 4 exit program deadlock
            """, status=1)

    def test_os_exit_ends_the_log_where_it_is(self):
        self.assert_log("""
            import asyncio
            import os

            async def main():
                print("here")
                os._exit(5)

            asyncio.run(main())
            """, """
            0.000000 0 create main-1 by loop
            0.000000 1 step main-1
            0.000000 1 print main-1 here
            """, status=5)


if __name__ == "__main__":
    unittest.main()
