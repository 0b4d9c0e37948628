"""A browser, a Chinese font and nginx are found, or installed where that is allowed, or asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

#: a stand-in that works when the marker file lies beside it
PROGRAM = "#!/bin/bash\n[ -e '{folder}/installed' ]\n"
FONTS = "#!/bin/bash\n[ -e '{folder}/installed' ] && echo 'Noto Sans CJK SC'\n"
APT = """#!/bin/bash
echo "$*" >> '{folder}/asked'
case "$*" in *install*) : > '{folder}/installed';; esac
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder for PATH with a user, and neither browser, font nor package manager."""
    put(tmp_path, "id", "#!/bin/bash\necho 0\n")
    put(tmp_path, "uname", "#!/bin/bash\necho Linux\n")
    put(tmp_path, "env", '#!/bin/bash\nshift\n"$@"\n')
    put(tmp_path, "chromium", PROGRAM)
    put(tmp_path, "fc-list", FONTS)
    return tmp_path


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text.format(folder=folder) if "{folder}" in text else text)
    (folder / name).chmod(0o755)


@pytest.fixture
def look(project: Path, run, machine: Path):
    """Looks for a browser on the machine; gives the outcome, with the browser's path as its output."""
    return lambda **changes: sourced(project, run, machine, 'use_browser; echo "$CHROMIUM"', **changes)


@pytest.fixture
def look_for_nginx(project: Path, run, machine: Path):
    """Looks for nginx as ``look`` does for a browser; the only one is that on PATH or in NGINX."""
    words = 'eval "$(declare -f find_nginx | sed s:/usr/sbin/nginx::)"; use_nginx; echo "$NGINX"'
    put(machine, "sed", '#!/bin/sh\nexec /bin/sed "$@"\n')
    return lambda **changes: sourced(project, run, machine, words, **changes)


def sourced(project: Path, run, machine: Path, words: str, **changes: str):
    """Runs a few words of shell after the functions, with nothing but the machine on PATH."""
    stop = 'stop() { echo "$*" >&2; exit 2; }; say() { echo "$*" >&2; }; set -euo pipefail'
    text = f"{stop}; source '{project}/scripts/lib/programs.sh'; {words}"
    bare = {"PATH": str(machine), "CHROMIUM": None, "NGINX": None}
    return run("/bin/bash", "-c", text, **bare | changes)


def test_what_is_there_is_taken(look, machine: Path) -> None:
    put(machine, "apt-get", APT)
    (machine / "installed").touch()
    outcome = look()
    assert (outcome.returncode, outcome.stdout.strip()) == (0, str(machine / "chromium"))
    assert not (machine / "asked").exists()


def test_the_callers_browser_goes_first(look, machine: Path) -> None:
    (machine / "installed").touch()
    put(machine, "my-browser", PROGRAM)
    assert look(CHROMIUM=str(machine / "my-browser")).stdout.strip() == str(machine / "my-browser")


def test_root_gets_what_is_missing_and_standard_output_stays_clean(look, machine: Path) -> None:
    put(machine, "apt-get", APT)
    outcome = look()
    assert (outcome.returncode, outcome.stdout.strip()) == (0, str(machine / "chromium"))
    asked = (machine / "asked").read_text()
    assert "update" in asked
    assert "chromium" in asked
    assert "fonts-noto-cjk" not in asked, "the font was there by then"


def test_a_font_alone_is_installed_alone(look, machine: Path) -> None:
    put(machine, "apt-get", APT)
    (machine / "chromium").unlink()
    put(machine, "google-chrome", "#!/bin/bash\n")
    assert look().stdout.strip() == str(machine / "google-chrome")
    asked = (machine / "asked").read_text()
    assert "fonts-noto-cjk" in asked
    assert "chromium" not in asked


@pytest.fixture
def lighten(project: Path, run, machine: Path):
    """As ``look``, where a browser is there already, and a lighter one may be had."""
    (machine / "installed").touch()
    put(machine, "apt-get", APT)
    put(machine, "timeout", '#!/bin/bash\nshift\n"$@"\n')
    return lambda: sourced(project, run, machine, 'use_browser; lighten_browser; echo "$CHROMIUM"')


def test_a_lighter_browser_is_installed_where_the_system_has_one_and_taken(lighten, machine: Path) -> None:
    put(machine, "dpkg", "#!/bin/bash\n")
    assert lighten().stdout.strip() == str(machine / "chromium"), "what apt-get could not do does no harm"
    assert "--no-remove chromium-headless-shell" in (machine / "asked").read_text()
    (machine / "asked").unlink()
    put(machine, "chromium-headless-shell", PROGRAM)
    assert lighten().stdout.strip() == str(machine / "chromium-headless-shell")
    assert not (machine / "asked").exists()


def test_a_lighter_browser_that_does_not_start_is_not_taken(lighten, machine: Path) -> None:
    put(machine, "chromium-headless-shell", "#!/bin/bash\nexit 1\n")
    assert lighten().stdout.strip() == str(machine / "chromium")


def test_no_lighter_browser_is_asked_for_on_another_system(lighten, machine: Path) -> None:
    put(machine, "dpkg", "#!/bin/bash\nexit 1\n")
    outcome = lighten()
    assert (outcome.returncode, outcome.stdout.strip()) == (0, str(machine / "chromium"))
    assert not (machine / "asked").exists()


@pytest.mark.parametrize("user", ["0", "1000"])
def test_without_the_means_it_says_what_to_run(user: str, look, machine: Path) -> None:
    put(machine, "id", f"#!/bin/bash\necho {user}\n")
    if user != "0":
        put(machine, "apt-get", APT)
        put(machine, "sudo", "#!/bin/bash\nexit 1\n")
    outcome = look()
    assert outcome.returncode == 2
    assert "apt-get install chromium" in outcome.stderr
    assert not (machine / "asked").exists()


def test_nginx_is_taken_where_it_is_and_installed_where_not(look_for_nginx, machine: Path) -> None:
    put(machine, "apt-get", APT)
    put(machine, "nginx", PROGRAM)
    put(machine, "systemctl", "#!/bin/bash\necho \"$*\" >> '{folder}/asked'\n")
    outcome = look_for_nginx()
    assert (outcome.returncode, outcome.stdout.strip()) == (0, str(machine / "nginx"))
    asked = (machine / "asked").read_text()
    assert "install --no-install-recommends nginx-light" in asked
    assert "disable --now nginx" in asked, "a server that nobody asked for must not go on running"
    (machine / "asked").unlink()
    assert look_for_nginx().returncode == 0
    assert not (machine / "asked").exists()


def test_without_the_means_nginx_is_asked_for(look_for_nginx, machine: Path) -> None:
    outcome = look_for_nginx()
    assert outcome.returncode == 2
    assert "apt-get install nginx-light" in outcome.stderr


PLENTY, LITTLE = 9 << 20, 7 << 20


@pytest.mark.parametrize(
    ("disk", "memory", "used"), [(PLENTY, PLENTY, True), (LITTLE, PLENTY, False), (PLENTY, LITTLE, False)]
)
def test_temporary_files_go_to_memory_where_there_is_plenty(
    disk: int, memory: int, used: bool, project: Path, run, machine: Path, tmp_path: Path
) -> None:
    """Kibibytes, as ``df`` and ``/proc/meminfo`` give them."""
    put(machine, "df", f"#!/bin/bash\necho Avail; echo {disk}\n")
    put(machine, "awk", f"#!/bin/bash\necho {memory}\n")
    for name in ("mkdir", "chmod", "tail"):
        put(machine, name, f'#!/bin/sh\nexec /bin/{name} "$@"\n')
    place = tmp_path / "memory"
    place.mkdir()
    changes = {"MEMORY_FOLDER": str(place), "TMPDIR": "/elsewhere"}
    told = sourced(project, run, machine, 'use_memory; use_memory; echo "$TMPDIR"', **changes).stdout.strip()
    assert told == (f"{place}/gongkai-tests-0" if used else "/elsewhere")
    assert [path.stat().st_mode & 0o777 for path in place.iterdir()] == [0o700] * used
