"""Who decides, where nobody says so."""

from __future__ import annotations

import getpass
import subprocess


def reviewer_name() -> str:
    """The name that git signs with, else the user's on this machine, else nothing."""
    return _git_name() or _user_name()


def _git_name() -> str:
    asked = ("git", "config", "--get", "user.name")
    try:
        told = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 - no shell, nothing from outside
    except OSError:  # there is no git
        return ""
    return told.stdout.strip()


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        return ""
