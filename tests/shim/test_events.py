#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shim records what the native engine records: beyond the event log, every kind."""

import os
import unittest

import feed
from shim_runner import ShimTestCase, needs


class EventsTestCase(ShimTestCase):

    def events(self, text, kinds=None, options=("--virtual-time",), status=0):
        """What happened, a line for each event of @kinds, without times and causes."""
        run = self.run_program(text, options=options)
        self.assertEqual(run.status, status, run.stderr)
        self.run_ = run
        return [self.describe(run.feed, event) for event in run.feed
                if kinds is None or event.kind in kinds]

    @staticmethod
    def describe(read, event):
        words = [event.kind, event.detail]
        if event.task:
            words.append(read.label(event.task))
        if event.kind == "line":
            words.append(str(event.object))
        elif event.kind in feed.VALUE:
            words.append(str(event.value))
        elif event.deadline is not None:
            words.append(f"{event.deadline / 1e9:g}")
        words.append(read.text(event))
        return " ".join(word for word in words if word)

    def assert_causes(self, read):
        """Every step and callback has the event that queued it, and that has a cause."""
        events = list(read)
        for event in events:
            if event.kind in ("step", "callback-run"):
                self.assertNotEqual(event.cause, feed.NO_EVENT, event)
                queued = events[event.cause]
                eager = queued.kind == "task-create" and queued.detail == "eager"
                self.assertTrue(eager or queued.kind == "callback-queue", event)
                if not eager:
                    self.assertEqual(queued.object, event.object)


class Loop(EventsTestCase):

    def test_a_sleep_as_the_native_engine_records_it(self):
        events = self.events("""
            import asyncio

            async def main():
                await asyncio.sleep(2)

            asyncio.run(main())
            """)
        self.assertEqual(events, [
            "line 7", "task-create scheduled main-1 main", "callback-queue main-1",
            "loop-start", "iteration 1", "run 1", "step main-1", "line main-1 5",
            "future-create sleep main-1 2", "timer-arm wakes main-1 2",
            f"frames main-1 main\t5\t{self.path('program.py')}\n" + self.sleep_line(),
            "wait future main-1", "iteration 0", "poll 2",
            "timer-fire alone main-1", "callback-queue end of sleep", "run 1",
            "callback-run end of sleep", "future-done result", "callback-queue main-1",
            "callback-end", "iteration 1", "run 1", "step main-1", "done result main-1",
            "callback-queue run_until_complete", "iteration 1", "run 1",
            "callback-run run_until_complete", "callback-end", "loop-stop",
            "callback-queue shutdown_asyncgens", "loop-start", "iteration 1", "run 1",
            "callback-run shutdown_asyncgens", "callback-queue run_until_complete",
            "callback-end", "iteration 1", "run 1", "callback-run run_until_complete",
            "callback-end", "loop-stop", "callback-queue shutdown_default_executor",
            "loop-start", "iteration 1", "run 1",
            "callback-run shutdown_default_executor",
            "callback-queue run_until_complete", "callback-end", "iteration 1", "run 1",
            "callback-run run_until_complete", "callback-end", "loop-stop"])
        self.assert_causes(self.run_.feed)

    def sleep_line(self):
        text, = {self.run_.feed.text(event) for event in self.run_.feed
                 if event.kind == "frames"}
        last = text.split("\n")[1]
        self.assertRegex(last, r"\Asleep\t\d+\t.*/asyncio/tasks\.py\Z")
        return last

    def test_timers_and_callbacks_are_cancelled(self):
        self.assertEqual(self.events("""
            import asyncio

            async def main():
                loop = asyncio.get_running_loop()
                loop.call_later(1, print).cancel()
                loop.call_soon(print, 1).cancel()
                first = loop.call_at(2, print, "first")
                loop.call_at(2, print, "second")
                async with asyncio.timeout(9):
                    await asyncio.sleep(3)

            asyncio.run(main())
            """, {"timer-arm", "timer-fire", "timer-cancel", "callback-cancel"}), [
            "timer-arm wakes 1", "timer-cancel", "callback-cancel", "timer-arm wakes 2",
            "timer-arm wakes 2", "timer-arm cancels main-1 9", "timer-arm wakes main-1 3",
            "timer-fire tie", "timer-fire tie", "timer-fire alone main-1",
            "timer-cancel"])

    def test_what_other_threads_queue_is_cancelled(self):
        events = self.events("""
            import asyncio

            async def main():
                loop = asyncio.get_running_loop()
                loop.call_soon_threadsafe(print, "never").cancel()
                loop.call_soon_threadsafe(print, "once")
                await asyncio.sleep(0)

            asyncio.run(main())
            """, {"callback-queue", "callback-run", "callback-cancel"})
        self.assertEqual([event for event in events
                          if event.endswith("print") or event == "callback-cancel"],
                         ["callback-queue print", "callback-cancel",
                          "callback-queue print", "callback-run print"])
        self.assert_causes(self.run_.feed)

    def test_two_threads_have_two_lines_of_loops(self):
        self.events("""
            import asyncio
            import threading

            async def child():
                await asyncio.sleep(0)

            async def main():
                thread = threading.Thread(target=lambda: asyncio.run(child()))
                thread.start()
                await asyncio.to_thread(thread.join)

            asyncio.run(main())
            """, options=())
        read = self.run_.feed
        of_child = {(event.loop, event.thread) for event in read
                    if event.task and read.label(event.task) == "child-1"}
        self.assertEqual(of_child, {(1, 1)})
        of_main = {event.loop for event in read
                   if event.task and read.label(event.task) == "main-1"}
        self.assertEqual(of_main, {0})

    def test_what_remains_is_shut_down(self):
        self.assertEqual(self.events("""
            import asyncio

            async def main():
                global kept
                kept = [asyncio.create_task(asyncio.sleep(9)) for _ in range(2)]
                await asyncio.sleep(0)

            asyncio.run(main())
            """, {"shutdown", "unordered", "cancel"}), [
            "shutdown 2", "unordered shutdown 2", "cancel sleep-1", "cancel sleep-2"])

    def test_each_step_has_the_line_that_it_comes_to(self):
        """Also where that is the one of the step before."""
        self.assertEqual(self.events("""
            import asyncio

            async def main():
                for number in range(3):
                    await asyncio.sleep(1)

            asyncio.run(main())
            """, {"step", "line"}), [
            "line 8", "step main-1", "line main-1 6", "step main-1", "line main-1 6",
            "step main-1", "line main-1 6", "step main-1"])

    def test_what_has_no_order_is_said(self):
        """What comes of a set, where it has more than one: wait() of one is left out."""
        self.assertEqual(self.events("""
            import asyncio

            async def child():
                pass

            async def main():
                tasks = [asyncio.create_task(child()) for _ in range(3)]
                await asyncio.wait(tasks[:1])
                await asyncio.wait(tasks)
                for each in asyncio.as_completed([*tasks, child(), child()]):
                    await each
                for each in asyncio.as_completed([tasks[0], child()]):
                    await each
                asyncio.all_tasks()

            asyncio.run(main())
            """, {"unordered"}), [
            "unordered wait main-1 3", "unordered as-completed main-1 2",
            "unordered completed main-1 3"])


class Futures(EventsTestCase):

    def test_what_they_are_for(self):
        created = self.events("""
            import asyncio

            async def child(number=0):
                await asyncio.sleep(0.5)
                return number

            async def main():
                loop = asyncio.get_running_loop()
                await asyncio.gather(child(1), child(2))
                await asyncio.wait([asyncio.create_task(child())],
                                   return_when=asyncio.FIRST_COMPLETED)
                await asyncio.shield(child())
                async with asyncio.TaskGroup() as group:
                    group.create_task(child())
                for each in asyncio.as_completed([child()]):
                    await each
                future = loop.create_future()
                loop.call_soon(future.set_result, "x")
                await future

            asyncio.run(main())
            """, {"future-create", "future-child", "future-done"})
        self.assertEqual([line for line in created if "sleep" not in line
                          and line != "future-done result"], [
            "future-create gather main-1 2", "future-child child-1 0",
            "future-child child-2 0", "future-done result [1, 2]",
            "future-create wait main-1 FIRST_COMPLETED", "future-child child-3 0",
            "future-create shield main-1", "future-child child-4 0",
            "future-done result 0", "future-create task-group main-1",
            "future-child child-5 0", "future-done result True",
            "future-create as-completed main-1", "future-child child-6 0",
            "future-create plain main-1", "future-done result 'x'"])
        self.assert_causes(self.run_.feed)

    def test_failures_say_what_they_say(self):
        self.assertEqual(self.events("""
            import asyncio

            class Own(Exception):
                def __str__(self):
                    raise SystemExit    # whoever asks

            async def main():
                for error in (ValueError("no such"), KeyError("k"), Own(7), OSError("t")):
                    async def child():
                        raise error
                    await asyncio.gather(child(), return_exceptions=True)
                asyncio.current_task().set_name("main task")
                raise LookupError("at last")

            try:
                asyncio.run(main())
            finally:
                raise KeyError("end")
            """, {"exception", "done", "exit", "task-name"}, status=1), [
            "exception child-1 no such", "done exception child-1 ValueError",
            "exception child-2 'k'", "done exception child-2 KeyError",
            "exception child-3 7", "done exception child-3 Own",
            "exception child-4 t", "done exception child-4 OSError",
            "task-name main-1 main task", "exception main-1 at last",
            "done exception main-1 LookupError", "exception 'end'", "exit KeyError"])

    def test_work_of_threads(self):
        self.assertEqual(self.events("""
            import asyncio
            import time

            def work(number):
                if number < 0:
                    raise ValueError
                return number * 2

            async def main():
                await asyncio.to_thread(work, 4)
                try:
                    await asyncio.get_running_loop().run_in_executor(None, work, -1)
                except ValueError:
                    pass

            asyncio.run(main())
            """, {"io-start", "io-done", "future-create"}, options=())[:6], [
            "future-create executor main-1 work", "io-start main-1 work",
            "io-done result 8", "future-create executor main-1 work",
            "io-start main-1 work", "io-done exception ValueError"])

    def test_streams_and_processes(self):
        created = self.events("""
            import asyncio
            import sys

            async def serve(reader, writer):
                writer.write(await reader.readline())
                writer.close()

            async def main():
                server = await asyncio.start_server(serve, "127.0.0.1", 0)
                address = server.sockets[0].getsockname()
                reader, writer = await asyncio.open_connection(*address)
                writer.write(b"x\\n")
                await reader.readline()
                writer.close()
                server.close()
                process = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
                await process.wait()

            asyncio.run(main())
            """, {"future-create"}, options=())
        for pattern in (r"future-create io main-1 data from 127\.0\.0\.1:\d+",
                        r"future-create io serve-1 data from 127\.0\.0\.1:\d+",
                        r"future-create io main-1 socket \d+",
                        r"future-create io main-1 process \d+"):
            self.assertRegex("\n".join(created), pattern)


class Steps(EventsTestCase):

    CHAIN = """
        import asyncio

        class Point:
            def __init__(self):
                self.x = 1
                self.hidden = None
            def __repr__(self):
                raise SystemExit    # whoever asks

        async def inner(point):
            for number in range(2):
                await asyncio.sleep(1)

        async def main():
            words = ["a", {"b": 2.5}]
            await inner(Point())

        asyncio.run(main())
        """

    def test_chains_of_awaits_and_local_values(self):
        self.events(self.CHAIN)
        read = self.run_.feed
        chains = [read.text(event).split("\n") for event in read if event.kind == "frames"]
        self.assertEqual([[line.split("\t")[:2] for line in chain] for chain in chains],
                         [[["main", "17"], ["inner", "13"], chains[0][2].split("\t")[:2]]])
        self.assertEqual([(event.object, read.text(event)) for event in read
                          if event.kind == "locals"], [
            (0, "words\t['a', {'b': 2.5}]"),
            (1, "point\tPoint(x=1, hidden=None)\nnumber\t0"),
            (1, "point\tPoint(x=1, hidden=None)\nnumber\t1")])

    def test_both_can_be_left_out(self):
        kinds = {"frames", "locals"}
        self.assertEqual(self.events(self.CHAIN, kinds, ["--no-frames", "--no-locals",
                                                         "--virtual-time"]), [])
        self.assertEqual(len(self.events(self.CHAIN, kinds, ["--no-frames",
                                                             "--virtual-time"])), 3)
        self.assertEqual(len(self.events(self.CHAIN, kinds, ["--no-locals",
                                                             "--virtual-time"])), 1)

    def test_lines(self):
        self.assertEqual(self.events("""
            import asyncio
            import time

            async def child():
                time.sleep(0.5)

            async def main():
                print("a")
                task = asyncio.create_task(child())
                await task
                task.cancel()
                await asyncio.sleep(0)

            asyncio.run(main())
            """, {"line", "block"}), [
            "line 15", "line main-1 9", "line main-1 10", "line main-1 11",
            "line child-1 6", "block child-1 0.5", "line main-1 12", "line main-1 13"])

    @needs(3, 12)
    def test_eager_tasks_run_inside_their_creator(self):
        events = self.events("""
            import asyncio

            async def child():
                await asyncio.sleep(0)

            async def main():
                loop = asyncio.get_running_loop()
                loop.set_task_factory(asyncio.eager_task_factory)
                task = asyncio.create_task(child())
                print(type(task) is asyncio.Task)
                await task

            asyncio.run(main())
            """, {"task-create", "step", "wait", "print"})
        self.assertEqual(events[:6], [
            "task-create scheduled main-1 main", "step main-1",
            "task-create eager child-1 child", "step child-1", "wait yield child-1",
            "print stdout main-1 True"])
        self.assert_causes(self.run_.feed)

    @needs(3, 12)
    def test_what_an_eager_task_quits_with_goes_to_its_creator(self):
        events = self.events("""
            import asyncio

            async def child():
                raise SystemExit(3)

            async def main():
                loop = asyncio.get_running_loop()
                loop.set_task_factory(asyncio.eager_task_factory)
                try:
                    asyncio.create_task(child())
                except SystemExit:
                    print("goes on")

            asyncio.run(main())
            """, {"task-create", "step", "done", "report", "exit"})
        self.assertEqual(events, [
            "task-create scheduled main-1 main", "step main-1",
            "task-create eager child-1 child", "step child-1",
            "done exception child-1 SystemExit",
            "report never-retrieved child-1 "
            "Task exception was never retrieved: SystemExit: 3",
            "done result main-1"])
        self.assert_causes(self.run_.feed)


class Primitives(EventsTestCase):

    def test_levels(self):
        self.assertEqual(self.events("""
            import asyncio

            async def main():
                lock = asyncio.Lock()
                queue = asyncio.Queue(2)
                gate = asyncio.Semaphore(3)
                event = asyncio.Event()
                condition = asyncio.Condition()
                barrier = asyncio.Barrier(1)
                async with lock, gate, condition:
                    await queue.put(1)
                    event.set()
                    condition.notify()
                await queue.get()
                queue.task_done()
                event.clear()
                await barrier.wait()
                print(vars(lock), sorted(vars(queue)))

            asyncio.run(main())
            """, {"sync-create", "sync"}), [
            "sync-create lock main-1 lock", "sync-create queue main-1 queue",
            "sync-create semaphore main-1 gate", "sync-create event main-1 event",
            "sync-create condition main-1 condition",
            "sync-create barrier main-1 barrier",
            "sync acquire main-1 1", "sync acquire main-1 2", "sync acquire main-1 1",
            "sync put main-1 1", "sync set main-1 1", "sync notify main-1 1",
            "sync release main-1 0", "sync release main-1 3", "sync release main-1 0",
            "sync get main-1 0", "sync task-done main-1 0", "sync clear main-1 0",
            "sync acquire main-1 1", "sync release main-1 0"])

    def test_waits_name_what_they_wait_at(self):
        self.events("""
            import asyncio

            async def wait(thing):
                await thing

            async def main():
                queue = asyncio.Queue(1)
                lock = asyncio.Lock()
                barrier = asyncio.Barrier(2)
                await lock.acquire()
                for each in (queue.get(), lock.acquire(), barrier.wait()):
                    asyncio.create_task(wait(each))
                await asyncio.sleep(0)
                queue.put_nowait(1)
                asyncio.create_task(wait(queue.join()))
                await asyncio.sleep(0)

            asyncio.run(main())
            """)
        read = self.run_.feed
        made = {event.object: read.text(event) for event in read
                if event.kind == "sync-create"}
        waits = [(event.detail, made[event.extra]) for event in read
                 if event.kind == "future-create" and event.extra]
        self.assertEqual(waits, [("queue-get", "queue"), ("lock", "lock"),
                                 ("barrier", "barrier"), ("queue-join", "queue")])


class Complaints(EventsTestCase):

    def test_reports(self):
        events = self.events("""
            import asyncio
            import gc

            async def child():
                raise ValueError("lost")

            async def main():
                loop = asyncio.get_running_loop()
                loop.call_soon(lambda: 1 / 0)
                asyncio.create_task(child())
                child()
                await asyncio.sleep(0)
                await asyncio.sleep(0)
                gc.collect()

            asyncio.run(main())
            """, {"report"})
        self.assertEqual(sorted(line.split(" ")[1] for line in events),
                         ["callback-error", "never-awaited", "never-retrieved"])
        self.assertIn("report never-retrieved child-1 "
                      "Task exception was never retrieved: ValueError: lost", events)

    def test_what_does_not_start(self):
        for text, failure, line in (
                ("import asyncio\nx = = 1\n", "syntax", "2"),
                ("import asyncio\n\nimport no_such\n", "missing-module", "3")):
            run = self.run_program(text)
            self.assertEqual(run.feed.properties["failure"], failure)
            self.assertEqual(run.feed.properties["failure-line"], line)
            self.assertNotIn("started", run.feed.properties)
            self.assertEqual(run.status, 1)
            self.assertNotIn("juggler", run.stderr)

    def test_other_loops_are_said_to_be_unobserved(self):
        run = self.run_program("""
            import asyncio

            class Loop(asyncio.AbstractEventLoop):
                pass

            asyncio._set_running_loop(Loop())
            asyncio._set_running_loop(None)
            """)
        self.assertEqual(run.feed.properties["unobserved"], "__main__.Loop")

    def test_standard_error_is_told_apart(self):
        self.assertEqual(self.events("""
            import sys
            print("out")
            print("err", file=sys.stderr)
            sys.stderr.buffer.write(b"raw\\n")
            """, {"print"}), ["print stdout out", "print stderr err", "print stderr raw"])


class LongRuns(EventsTestCase):

    def test_a_child_of_a_fork_leaves_the_feed_alone(self):
        self.events("""
            import asyncio
            import os

            async def child():
                await asyncio.sleep(0)

            pid = os.fork()
            asyncio.run(child())
            if pid:
                os.waitpid(pid, 0)
            """)
        created = [event for event in self.run_.feed if event.kind == "task-create"]
        self.assertEqual(len(created), 1)
        self.assertTrue(self.run_.feed.is_finished)

    def test_a_line_may_be_long(self):
        run = self.run_program("print('x' * 3_000_000)")
        self.assertEqual(len(run.stdout), 3_000_001)
        event, = (event for event in run.feed if event.kind == "print")
        self.assertEqual(len(run.feed.text(event)), 1 << 20)
        self.assertLess(os.path.getsize(self.path("feed")), 2 << 20)


if __name__ == "__main__":
    unittest.main()
