"""What is said to whoever started this."""
import json
import sys


class Refusal(Exception):
    """Something the user can understand: what is wrong, and what to do."""

    def __init__(self, what, remedy):
        super().__init__(what)
        self.what, self.remedy = what, remedy


def say(kind, value):
    sys.stdout.write("\nFATHOM-%s %s\n" % (kind, json.dumps(value)))
    sys.stdout.flush()
