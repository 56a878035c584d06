"""The command `sayso`: takes arguments, calls the workspace, shows the answer.

Results go to standard output, progress and messages to standard error. Exit codes: 0 there is an answer, 1 nothing was
found (or everything was rejected), 2 misuse. `SAYSO_DEBUG=1` shows where an error came from.
"""

from sayso.cli.group import Entry, Group

COMMANDS = (
    Entry("demo", "Read a few invented reports and show what comes of them."),
    Entry("read", "Read reports: who did what, when, where, on whose word."),
    Entry("add", "Read reports and keep them in a database."),
    Entry("find", "Search a database for happenings, words or reports."),
    Entry("show", "Show a record, report, statement or actor in full."),
    Entry("why", "Show the words behind every value of a record."),
    Entry("export", "Write a database in a format that other tools read."),
    Entry("rejects", "List the input that was refused, with the reason."),
    Entry("actor", "Add actors, names and never-merges of your own; look actors up."),
    Entry("places", "Add places of your own from GeoNames and others; look places up."),
    Entry("schema", "Print the JSON Schema of a reading."),
    Entry("check", "See whether all that sayso needs is in place."),
)

main = Group(
    "sayso",
    COMMANDS,
    help="""Reads news reports on politics and armed conflict and keeps a sourced record: what happened, according to
    whom, in which words.

    Start with `sayso demo`. Every command explains itself: `sayso read --help`.""",
    epilog="""In a terminal the answer is a table; in a pipe it is JSON Lines. --table, --json and --csv say which one
    you want. Exit codes: 0 an answer, 1 nothing found, 2 misuse.""",
)
