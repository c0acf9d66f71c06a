#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a person meets it: test_cli.py JUGGLER SOURCE-FOLDER; speaks TAP."""
import collections
import json
import os
import pty
import resource
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

from command import JUGGLER, SOURCE, Case, environment, expected_events, main

sys.path.append(os.path.join(SOURCE, "tests", "trace"))
import check_chrome

IDS = ["coroutines/together", "coroutines/calling", "tasks/turns", "tasks/blocking",
       "cancellation/timeout", "web/pages"]


class Help(Case):
    def test_help_names_what_there_is(self):
        text = self.output("--help")
        self.assertEqual(text, self.output("-h"))
        for word in ("juggler lessons", "juggler run", "--version"):
            self.assertIn(word, text)
        for word in ("findings", "classroom", "new-lesson"):
            self.assertNotIn(word, text)

    def test_each_command_has_help(self):
        self.assertIn("--json", self.output("lessons", "--help"))
        text = self.output("run", "--help")
        for word in ("juggler run [OPTION…] TARGET", "--set=NAME=VALUE", "--format", "svg", "pdf", "chrome"):
            self.assertIn(word, text)
        self.assertNotIn("html", text)

    def test_version(self):
        self.assertRegex(self.output("--version"), r"^juggler \d+\.\d+\.\d+\n$")


class Lessons(Case):
    def test_lists_all_by_unit(self):
        lines = self.output("lessons").splitlines()
        self.assertEqual(lines[0], "Coroutines")
        self.assertEqual([line.split()[0] for line in lines if line.startswith("  ")], IDS)

    def test_lists_all_as_json(self):
        lessons = json.loads(self.output("lessons", "--json"))
        self.assertEqual([lesson["id"] for lesson in lessons], IDS)
        for lesson in lessons:
            self.assertEqual(list(lesson), ["id", "unit", "title", "clock", "folder"])
            self.assertEqual(lesson["unit"], lesson["id"].split("/")[0])
            self.assertTrue(os.path.isfile(os.path.join(SOURCE, lesson["folder"], "program.py")))
            real = lesson["id"].startswith("web/")
            self.assertEqual(lesson["clock"], "real" if real else "virtual")

    def test_takes_nothing_else(self):
        self.assert_fails(2, "Unknown option --jsn", "lessons", "--jsn")
        self.assert_fails(2, "“tasks”", "lessons", "tasks")


class Run(Case):
    def test_event_log_is_that_of_cpython(self):
        for lesson in IDS[:-1]:
            self.assertEqual(self.output("run", lesson, "--format", "events"),
                             expected_events(lesson))

    def test_short_id_will_do(self):
        self.assertEqual(self.output("run", "turns", "--format=events"),
                         expected_events("tasks/turns"))

    def test_text_is_the_default(self):
        text = self.output("run", "together")
        self.assertEqual(text, self.output("run", "together", "--format", "text"))
        self.assertIn("One after the other, or together", text)
        self.assertIn("Grace", text)
        self.assertIn("2.000 s  Hello, Ada!", text)
        self.assertNotIn("\x1b", text)
        self.assertLessEqual(max(map(len, text.splitlines())), 80)

    def test_parameters_change_the_run(self):
        log = self.output("run", "together", "-s", "ada=0.5", "--set", "alan=0", "-f", "events")
        self.assertIn("0.500000 3 print main-1 Hello, Ada!", log)
        self.assertIn("1.500000 5 print main-1 Hello, Grace!", log)

    def test_virtual_time_takes_none(self):
        log = self.output("run", "together", "--set", "ada=10", "--virtual-time", "-f", "events")
        self.assertIn("10.000000 3 print main-1 Hello, Ada!", log)

    def test_real_time_has_the_same_order(self):
        def order(log):
            return [line.split(" ", 2)[2] for line in log.splitlines()]
        settings = ("--set", "ada=0.01", "--set", "grace=0", "--set", "alan=0.02", "-f", "events")
        self.assertEqual(order(self.output("run", "together", "--real-time", *settings)),
                         order(self.output("run", "together", *settings)))

    def test_json_holds_every_event(self):
        trace = json.loads(self.output("run", "turns", "--format", "json"))
        self.assertEqual(trace["properties"]["program"], "tasks/turns")
        self.assertEqual(trace["properties"]["label:juggle-1"], "Ada")
        self.assertEqual([task["label"] for task in trace["tasks"]], ["main-1", "juggle-1", "juggle-2"])
        self.assertEqual([event["index"] for event in trace["events"]], list(range(len(trace["events"]))))

    def test_trace_events_hold_what_the_log_does(self):
        for lesson in IDS:
            self.call("run", lesson, "--format", "trace", "-o", "run.jug")
            content = check_chrome.check_file(self.call("run", "run.jug", "-f", "chrome").stdout)
            self.assertEqual(content["otherData"]["program"], lesson)
            count = collections.Counter((event["ph"], event.get("cat")) for event in content["traceEvents"])
            log = self.output("run", "run.jug", "-f", "events").splitlines()
            logged = collections.Counter(line.split()[2] for line in log)
            self.assertEqual(count["X", "running"], logged["step"], lesson)
            self.assertEqual(count["i", "cancel"], logged["cancel"], lesson)
            self.assertEqual([event["args"]["text"] for event in content["traceEvents"]
                              if event.get("cat") == "print"],
                             [line.split(" ", 4)[4] if line.count(" ") > 3 else ""
                              for line in log if line.split()[2] == "print"], lesson)
            # Two of the metadata for each task, as for the loop, and one for the process
            self.assertEqual(count["M", None], 2 * logged["create"] + 3, lesson)

    def test_trace_events_name_tasks_as_the_lesson_does(self):
        events = json.loads(self.output("run", "together", "--format", "chrome"))["traceEvents"]
        self.assertEqual([event["args"]["name"] for event in events if event["name"] == "thread_name"],
                         ["event loop", "main", "Ada", "Grace", "Alan"])
        self.assertEqual([event["name"] for event in events if event.get("cat") == "waiting"][:4],
                         ["sleep(2)", "sleep(1)", "sleep(2)", "gather of 3"])
        self.assertEqual([event["name"] for event in events if event["ph"] == "s"].count("creates"), 3)

    def test_pictures(self):
        png = self.call("run", "together", "--format", "png").stdout
        self.assertTrue(png.startswith(b"\x89PNG\r\n"))
        self.assertTrue(png.rstrip().endswith(b"IEND\xaeB`\x82"))
        pdf = self.call("run", "together", "--format", "pdf").stdout
        self.assertTrue(pdf.startswith(b"%PDF-1."))
        self.assertTrue(pdf.rstrip().endswith(b"%%EOF"))
        svg = ElementTree.fromstring(self.output("run", "together", "--format", "svg"))
        self.assertEqual(svg.tag, "{http://www.w3.org/2000/svg}svg")

    def test_pages_are_really_downloaded(self):
        text = self.output("run", "web/pages")
        self.assertIn("together: 51300 bytes", text)
        self.assertIn("/lost failed: 404 Not Found", text)

    def test_without_file_descriptors_it_ends_and_says_so(self):
        running = []
        for number in range(5, 24):
            def set_limit(number=number):
                resource.setrlimit(resource.RLIMIT_NOFILE, (number, number))
            running.append(subprocess.Popen([JUGGLER, "run", "pages"], stdout=subprocess.PIPE, text=True,
                                            stderr=subprocess.PIPE, env=environment(), preexec_fn=set_limit))
        failed = 0
        for process in running:
            output, error = process.communicate(timeout=60)
            if "Creating pipes for GWakeup" in error:
                continue  # GLib aborts if a main context of its own cannot have its pipe
            if process.returncode == 0:
                self.assertIn("together: 51300 bytes", output)
                continue
            failed += 1
            self.assertRegex(error, r"^juggler: the program ended with OSError: .*Too many open files\n$")
        self.assertGreater(failed, 0)

    def test_output_to_a_file(self):
        self.assertEqual(self.output("run", "turns", "-f", "events", "-o", "log"), "")
        self.assertEqual(self.read("log").decode(), expected_events("tasks/turns"))
        self.assertEqual(self.output("run", "turns", "-f", "events", "-o", "-"),
                         expected_events("tasks/turns"))
        self.assertEqual(os.listdir(self.folder), ["log"])

    def test_unwritable_output(self):
        self.write("old", b"as it was")
        for path in ("none/x.png", ".", "/dev/full"):
            self.assert_fails(1, "cannot write the output", "run", "turns", "-f", "svg", "-o", path)
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([JUGGLER, "run", "turns"], stdout=full, stderr=subprocess.PIPE,
                                  env=environment(), check=False)
        self.assertIn(b"juggler: cannot write to standard output: ", done.stderr)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.read("old"), b"as it was")

    def test_a_reader_that_has_seen_enough_is_no_error(self):
        for lesson in ("turns", "pages"):  # sockets make GLib ignore the signal
            read, write = os.pipe()
            os.close(read)
            done = subprocess.run([JUGGLER, "run", lesson], stdout=write, stderr=subprocess.PIPE,
                                  env=environment(), check=False)
            os.close(write)
            self.assertEqual(done.stderr, b"")
            self.assertNotEqual(done.returncode, 0)


class SavedTraces(Case):
    def save(self, name="saved.jug"):
        self.output("run", "together", "-f", "trace", "-o", name)
        return name

    def test_a_saved_trace_is_read_not_run(self):
        name = self.save()
        for form in ("text", "events", "json", "svg"):
            self.assertEqual(self.output("run", name, "-f", form),
                             self.output("run", "together", "-f", form))

    def test_content_tells_not_the_name(self):
        name = self.save("looks.py")
        self.assertEqual(self.output("run", name, "-f", "events"), expected_events(IDS[0]))

    def test_saving_again_changes_nothing(self):
        self.output("run", self.save(), "-f", "trace", "-o", "again.jug")
        self.assertEqual(self.read("again.jug"), self.read("saved.jug"))

    def test_what_changes_a_run_is_refused(self):
        name = self.save()
        for words in (["--set", "ada=1"], ["--real-time"], ["--engine", "native"], ["--", "x"]):
            self.assert_fails(2, "only read, not run", "run", name, *words)

    def test_broken_files(self):
        name = self.save()
        self.write("cut.jug", self.read(name)[:-100])
        self.write("empty.jug", b"")
        self.write("text.jug", b"no trace at all\n" * 100)
        for name in ("cut.jug", "empty.jug", "text.jug"):
            self.assert_fails(1, name, "run", name)
        os.mkdir(self.path("folder.jug"))
        self.assert_fails(1, "folder.jug” is a folder; choose a trace file in it", "run", "folder.jug")

    def test_a_pipe_with_a_writer_will_do(self):
        name, expected = self.save(), expected_events(IDS[0])
        self.assertEqual(self.output("run", "/dev/stdin", "-f", "events", input=self.read(name)), expected)
        done = subprocess.run(["bash", "-c", '"$0" run <(sleep 0.1; cat "$1") -f events', JUGGLER, name],
                              capture_output=True, env=environment(), cwd=self.folder, timeout=60, check=False)
        self.assertEqual(done.stdout.decode(), expected, done.stderr)

    def test_nobody_is_waited_for(self):
        os.mkfifo(self.path("pipe"))
        self.assert_fails(1, "is a pipe that nobody writes into", "run", "pipe")
        self.assert_fails(1, "not a trace", "run", "/dev/stdin", input=b"hello")
        master, slave = pty.openpty()
        self.assert_fails(1, "there is nothing to be read from it now", "run", "/dev/stdin", stdin=slave)
        os.close(master)
        os.close(slave)


class WrongUsage(Case):
    def test_run_needs_a_target(self):
        self.assert_fails(2, "juggler run LESSON", "run")

    def test_unknown_targets(self):
        self.assert_fails(2, "did you mean “together”?", "run", "togehter")
        self.assert_fails(2, "did you mean “tasks/turns”?", "run", "task/turns")
        self.assert_fails(2, "“juggler lessons” lists all", "run", "nothing-like-it")
        self.assert_fails(2, "there is no file “x.jug”", "run", "x.jug")
        self.assert_fails(2, "did you mean “lessons”?", "lesons")
        self.assert_fails(2, "there is no file “x.jug”", "x.jug")
        self.assert_fails(2, "there is no lesson", "")

    def test_unknown_options(self):
        self.assert_fails(2, "--formt", "run", "together", "--formt", "svg")
        self.assert_fails(2, "--nonsense", "--nonsense")
        self.assert_fails(2, "Missing argument", "run", "together", "-o")
        self.assert_fails(2, "the name of the output file is empty", "run", "together", "-o", "")

    def test_formats(self):
        self.assert_fails(2, "did you mean “png”?", "run", "together", "--format", "pgn")
        self.assert_fails(2, "the formats are text, events, json, chrome, png, svg, pdf, trace",
                          "run", "together", "--format", "nonsense")

    def test_parameters(self):
        self.assert_fails(2, "did you mean “ada”?", "run", "together", "--set", "ad=1")
        self.assert_fails(2, "from 0 to 10, not “11”", "run", "together", "--set", "ada=11")
        self.assert_fails(2, "whole number", "run", "turns", "--set", "ada=1.5")
        self.assert_fails(2, "is not NAME=VALUE", "run", "turns", "--set", "ada")
        self.assert_fails(2, "it has none at all", "run", "pages", "--set", "ada=1")

    def test_clocks(self):
        self.assert_fails(2, "exclude each other", "run", "turns", "--real-time", "--virtual-time")
        self.assert_fails(2, "leave out --virtual-time", "run", "pages", "--virtual-time")

    def test_arguments(self):
        self.assert_fails(2, "takes no arguments", "run", "turns", "calling")
        self.assert_fails(2, "takes no arguments", "run", "turns", "--", "-x")
        self.assert_fails(2, "only one lesson or file", "turns", "calling")

    def test_a_newline_in_a_name_stays_one_line(self):
        self.assert_fails(2, "there is no lesson", "run", "a\nb")

    def test_engines(self):
        self.assert_fails(2, "there is no engine “pyton”", "run", "turns", "--engine", "pyton")


class NotThereYet(Case):
    """What the design has and this version has not says so, and does nothing."""

    def test_commands(self):
        for command in ("findings", "classroom", "check", "new-lesson"):
            self.assert_fails(2, f"this version has no “{command}” yet", command, "tasks/turns")

    def test_formats(self):
        self.assert_fails(2, "this version cannot write html yet", "run", "turns", "--format", "html")


class Terminal(Case):
    def test_no_display(self):
        self.assert_fails(1, "there is no display for a window; “juggler run LESSON”")
        self.assert_fails(1, "there is no display for a window", "tasks/turns")

    def test_display_that_cannot_be_reached(self):
        for variable, name in (("DISPLAY", ":4711"), ("DISPLAY", "nonsense"), ("WAYLAND_DISPLAY", "nobody-0")):
            # Nobody's socket is found by its usual name either.
            env = environment(**{variable: name, "XDG_RUNTIME_DIR": self.folder})
            self.assert_fails(1, f"the display “{name}” cannot be reached; “juggler run LESSON”", env=env)
            self.assert_fails(1, f"the display “{name}” cannot be reached", "tasks/turns", env=env)

    def test_colour_only_on_a_terminal_that_wants_it(self):
        seen, status = self.on_terminal("run", "together")
        self.assertEqual(status, 0)
        self.assertIn("\x1b[", seen)
        for more in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            seen, status = self.on_terminal("run", "together", env=environment(**more))
            self.assertNotIn("\x1b[", seen)
            self.assertEqual(status, 0)

    def test_text_is_as_wide_as_the_terminal(self):
        for width in (60, 120):
            seen, _ = self.on_terminal("run", "together", width=width,
                                       env=environment(NO_COLOR="1"))
            widest = max(map(len, seen.splitlines()))
            self.assertLessEqual(widest, width)
            self.assertGreater(widest, width * 3 / 4)

    def test_a_picture_is_nothing_for_a_terminal(self):
        for name in ("png", "pdf", "trace"):
            seen, status = self.on_terminal("run", "together", "--format", name)
            self.assertIn("write it to a file with -o FILE", seen)
            self.assertEqual(status, 2)

    def test_ascii_where_the_terminal_knows_no_more(self):
        ascii_only = environment(LC_ALL="C")
        self.assertTrue(self.output("run", "together", env=ascii_only).isascii())
        self.assertTrue(self.output("--help", env=ascii_only).isascii())
        self.assert_fails(2, 'did you mean "together"?', "run", "togehter", env=ascii_only)


if __name__ == "__main__":
    sys.exit(main(sys.modules[__name__]))
