#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the list of CPython's tests: check_cpython_tests.py TESTS-FOLDER [TEST-ASYNCIO-FOLDER]

In cpython-tests.txt, below the name of a file and of a class in it, each line names test
methods, without their test_, and where the same is tested here: programs of this folder by
their names, files of ../loop, ../task and ../sync by theirs.  After a dash stands the reason why
one is left out, which README.md explains; *N stands for N more.  It also counts them.

With the folder of CPython's tests (Lib/test/test_asyncio of the version that the list names)
their names are compared as well.  Speaks TAP.
"""
import ast
import collections
import pathlib
import re
import sys


def read_list(path):
    """The decisions: for each file and class, methods and where they are tested, or why not."""
    found = collections.defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            current = found[tuple(line.split()[1:])]
        elif line and not line.startswith("#"):
            methods, places = line.split(": ")
            for method in methods.split():
                current.setdefault(method, []).append(places)
    return found


def find_means(places):
    """By what the best of places compare with CPython: whole programs, scenes, or not at all."""
    if any("." not in place for place in places.split()):
        return "programs"
    return "scenes" if re.search(r"\.scenes|\.py", places) else "unit"


def count(listed):
    """How many tests a file has, how many of them are left out, by reason, and the rest by means."""
    tests, left_out = collections.Counter(), collections.defaultdict(collections.Counter)
    means = collections.Counter()
    for (file, _), methods in listed.items():
        for method, (places, *_) in methods.items():
            number = int(method[1:]) if method.startswith("*") else 1
            tests[file] += number
            if places.startswith("- "):
                left_out[file][places[2:]] += number
            else:
                means[find_means(places)] += number
    return tests, left_out, means


def check_list(folder, listed):
    """What is listed twice, and places that there are none of."""
    known = {path.stem for path in (folder / "conformance").glob("*.py")}
    known |= {path.name for name in ("loop", "task", "sync") for path in (folder / name).iterdir()}
    for (file, case), methods in listed.items():
        for method, all_places in methods.items():
            if len(all_places) > 1:
                yield f"{file} {case}.{method} stands twice"
            for place in all_places[0].split():
                if not all_places[0].startswith("- ") and place not in known:
                    yield f"{file} {case}.{method}: there is no {place}"


def check_readme(folder, listed):
    """Numbers of the README's tables that are not those of the list."""
    rows = re.findall(r"^\| `?(\w+(?:\.py)?)`? \|(.*)\|$",
                      (folder / "conformance" / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    told = {name: re.findall(r"(?<= )\d+(?= )", numbers) for name, numbers in rows}
    tests, left_out, means = count(listed)
    reasons = sum(left_out.values(), collections.Counter())
    right = {file: [tests[file], tests[file] - left_out[file].total(), left_out[file].total()]
             for file in tests}
    right["all"] = [tests.total(), tests.total() - reasons.total(), reasons.total()]
    right.update({name: [number] for name, number in (reasons + means).items()})
    for name, numbers in right.items():
        if told.get(name) != list(map(str, numbers)):
            yield f"{name}: {numbers}, not {told.get(name)}"


def check_cpython(folder, listed):
    """Tests that CPython has and the list has not, or the other way round."""
    for file in {file for file, _ in listed}:
        for case in ast.parse((folder / file).read_text(encoding="utf-8")).body:
            there = {method.name[5:] for method in getattr(case, "body", ())
                     if isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef))
                     and isinstance(case, ast.ClassDef) and method.name.startswith("test_")}
            here = listed.get((file, getattr(case, "name", "")), {})
            more = sum(int(method[1:]) for method in here if method.startswith("*"))
            here = {method for method in here if not method.startswith("*")}
            if here - there or len(there - here) != more:
                yield f"{file} {case.name}: {sorted(there - here)} not listed, {sorted(here - there)} not there"


def main(folder, cpython=None):
    listed = read_list(folder / "conformance" / "cpython-tests.txt")
    checks = [("places-exist", check_list(folder, listed)), ("readme-counts-right", check_readme(folder, listed))]
    if cpython:
        checks.append(("cpython-has-them", check_cpython(cpython, listed)))
    print(f"1..{len(checks)}")
    failed = False
    for number, (name, complaints) in enumerate(checks, 1):
        complaints = list(complaints)
        for complaint in complaints:
            print(f"# {complaint}")
        print(f'{"not ok" if complaints else "ok"} {number} {name}')
        failed |= bool(complaints)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(pathlib.Path, sys.argv[1:])))
