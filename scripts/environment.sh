# Makes the environment in .venv. Sourced by ./run and ./check, which set `root` before.

# Whether this is the bash that comes with Git for Windows, or another one there.
is_windows() {
    case "$OSTYPE" in
        msys* | cygwin*) true ;;
        *) false ;;
    esac
}

programs="$root/.venv/bin"
! is_windows || programs="$root/.venv/Scripts"
python="$programs/python"

# Roots only; apt brings what they depend on.
qt_packages="libbrotli1 libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libgssapi-krb5-2
libwayland-cursor0 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0
libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxkbcommon-x11-0"

say() {
    printf '%s\n' "$*" >&2
}

# Runs a command in silence; what it printed is shown only when it fails.
quietly() {
    local output
    output=$("$@" 2>&1 </dev/null) || {
        say "$output"
        return 1
    }
}

# Prints the newest Python that works. A name alone proves nothing: a version switcher leaves
# commands behind without a Python, and Debian ships Python without venv.
find_python() {
    local candidate
    for candidate in python3.14 python3.13 python3.12 python3.11 python3 python; do
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
            >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
    say "Please install Python 3.11 or newer (on Debian and Ubuntu: python3 and python3-venv)."
    return 1
}

# What an environment depends on, for one lock. The place counts: an environment cannot be moved.
contents_for() {
    printf '%s\n' "$root"
    cat "$root/pyproject.toml" "$root/$1"
}

is_current() {
    [ -x "$python" ] && contents_for "$1" | cmp -s - "$root/.venv/$1.stamp"
}

# A path as the programs of the system write it.
native() {
    if is_windows; then cygpath -w "$1"; else printf '%s\n' "$1"; fi
}

# Whether there is an environment to install into: made here, and with a Python that still works.
is_usable() {
    grep -qF "$(native "$python")" "$programs"/pip "$programs"/pip.exe 2>/dev/null &&
        "$python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

pip_install() {
    quietly "$python" -m pip install --disable-pip-version-check --no-input "$@"
}

# Installs a lock and the project. The development lock holds all of the other one, so it also
# vouches for it; the stamps come last, so that an interrupted set-up starts again.
install_lock() {
    local lock=$1 interpreter=
    is_usable || interpreter=$(find_python)
    say "Setting up (once, about a minute) …"
    rm -f "$root/.venv/"*.stamp
    [ -z "$interpreter" ] || quietly "$interpreter" -m venv --clear "$root/.venv"
    pip_install --only-binary :all: --require-hashes -r "$root/$lock"
    pip_install --no-deps --no-build-isolation -e "$root"
    ensure_qt_libraries
    contents_for requirements.lock >"$root/.venv/requirements.lock.stamp"
    [ "$lock" = requirements.lock ] || contents_for "$lock" >"$root/.venv/$lock.stamp"
}

may_use_apt() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

# The package lists are fetched only when the ones at hand do not do: a fresh container has none.
apt_install() {
    local install="apt-get install -y -q --no-install-recommends $*"
    export DEBIAN_FRONTEND=noninteractive
    quietly bash -c "$install || { apt-get update -q && $install; }"
}

# Prints the libraries that the window needs and the system lacks.
missing_qt_libraries() {
    local qt
    qt=$("$python" -c 'import importlib.util as u; print(*u.find_spec("PySide6").submodule_search_locations)')
    ldd "$qt"/Qt/plugins/platforms/lib{qxcb,qwayland}.so \
        "$qt"/{QtWidgets,QtNetwork,QtPdfWidgets,QtPrintSupport}.abi3.so 2>/dev/null |
        awk '/not found/ { print $1 }' | sort -u
}

# A missing library stops nothing: the command line works without Qt.
ensure_qt_libraries() {
    [ "$(uname)" = Linux ] && [ -n "$(missing_qt_libraries)" ] || return 0
    if may_use_apt; then
        # shellcheck disable=SC2086
        apt_install $qt_packages || true
    fi
    if [ -n "$(missing_qt_libraries)" ]; then
        say "The window needs libraries this computer lacks" \
            "(on Debian and Ubuntu: sudo apt-get install" $qt_packages")."
    fi
}

# Leaves a current environment for the lock behind, or fails.
ensure_environment() {
    is_current "$1" || install_lock "$1"
}
