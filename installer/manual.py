"""The manual page and the shells' completion, made from what the program says about itself, so that they stay true."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from typing import Final

from segdiff.cli.main import COMMANDS

_OPTION: Final = re.compile(r"(?<![\w-])(--[a-z0-9][a-z0-9-]*)")
_BASH: Final = """\
# bash completion for segdiff
_segdiff() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} options=""
    case ${{COMP_WORDS[1]}} in
{cases}
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    elif [[ $COMP_CWORD -eq 1 ]]; then
        mapfile -t COMPREPLY < <(compgen -W "{commands}" -- "$word"; compgen -f -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}}
complete -o filenames -F _segdiff segdiff
"""


@cache
def help_of(command: str) -> str:
    """What the program prints when a command, or with an empty name the program itself, is asked for help."""
    words = [sys.executable, "-m", "segdiff", *([command] if command else []), "--help"]
    plain = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(words, env=plain, capture_output=True, encoding="utf-8", check=True).stdout


def options() -> dict[str, list[str]]:
    """The options of each command, as its own help names them."""
    return {name: sorted(set(_OPTION.findall(help_of(name)))) for name in COMMANDS}


def bash_completion(of: Mapping[str, list[str]]) -> str:
    """A completion script for bash: commands, their options, files."""
    cases = [f'    {name}) options="{" ".join(words)}" ;;' for name, words in of.items()]
    cases.append(f'    *) options="{" ".join(of["open"])}" ;;')
    return _BASH.format(cases="\n".join(cases), commands=" ".join(of))


def zsh_completion(of: Mapping[str, list[str]]) -> str:
    """A completion script for zsh."""
    cases = "\n".join(f"    {name}) _arguments '*:file:_files' {' '.join(words)} ;;" for name, words in of.items())
    listed = " ".join(f"'{name}:{_plain(COMMANDS[name].summary)}'" for name in of)
    return f"""\
#compdef segdiff
_segdiff() {{
  local -a commands
  commands=({listed})
  if (( CURRENT == 2 )); then
    _describe command commands
    _files
    return
  fi
  case $words[2] in
{cases}
    *) _files ;;
  esac
}}
_segdiff "$@"
"""


def fish_completion(of: Mapping[str, list[str]]) -> str:
    """A completion script for fish."""
    lines = ["# fish completion for segdiff"]
    for name, words in of.items():
        about = _plain(COMMANDS[name].summary)
        lines.append(f"complete -c segdiff -n __fish_use_subcommand -a {name} -d '{about}'")
        lines += [f"complete -c segdiff -n '__fish_seen_subcommand_from {name}' -l {word[2:]}" for word in words]
    return "\n".join(lines) + "\n"


def manual_page(version: str, date: str) -> str:
    """The page that ``man segdiff`` shows, in roff."""
    parts = [
        f'.TH SEGDIFF 1 "{date}" "segdiff {version}" "User commands"',
        ".SH NAME",
        r"segdiff \- compare segmentations of medical images with a ground truth",
        ".SH DESCRIPTION",
        *_literal(help_of("")),
    ]
    for name in COMMANDS:
        parts += [f".SH SEGDIFF {_roff(name.upper())}", *_literal(help_of(name))]
    parts += [".SH EXIT STATUS", "0 when all went well, 2 when the input is at fault, 1 for a bug in segdiff."]
    parts += [".SH NOTE", "For research and education only; not a medical device, not for diagnosis."]
    return "\n".join(parts) + "\n"


def _literal(text: str) -> list[str]:
    lines = [r"\&" + _roff(line) if line.startswith((".", "'")) else _roff(line) for line in text.strip().splitlines()]
    return [".nf", *lines, ".fi"]


def _roff(text: str) -> str:
    return text.replace("\\", r"\e").replace("-", r"\-")


def _plain(text: str) -> str:
    return text.replace("'", "").replace(":", " –")
