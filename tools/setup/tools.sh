# Sourced by ./run and ./test: finds or installs what the repository needs. Debian 12 is the machine in mind; on others the
# messages say what is missing.

# The SDK needs a character library that a small machine lacks; nothing here depends on cultures.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Without a home folder (a bare container, a service account) the SDK wants to be told where to keep its files.
[[ -d ${HOME:-} ]] || export HOME="$PWD/artifacts/home" DOTNET_CLI_HOME="$PWD/artifacts/home"

# say TEXT: a line of progress on standard error.
say() { printf '%s: %s\n' "${0##*/}" "$1" >&2; }

# fail TEXT: a line on standard error, and the end.
fail() { say "$1"; exit 1; }

# apt_install PACKAGE...: true when the packages were installed; quiet about how.
apt_install() {
  [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null || return 1
  say "installing $*"
  # The lists may be missing (a fresh image) or be old; an update that fails need not stop an install that works.
  DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null 2>&1 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

has_sdk() { command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; }

# need_dotnet: the .NET 10 SDK on the path, or the end with a text that says how to get it.
need_dotnet() {
  has_sdk && return
  # Where Microsoft's own installer puts it.
  export PATH="$PATH:$HOME/.dotnet:/usr/share/dotnet:/usr/lib/dotnet"
  has_sdk && return
  apt_install dotnet-sdk-10.0 && has_sdk && return
  fail "the .NET 10 SDK is missing. Install the package dotnet-sdk-10.0 from Microsoft's package source for Debian 12, or run
  https://dot.net/v1/dotnet-install.sh --channel 10.0   (it fills ~/.dotnet, where this script looks)
and start again."
}

# need_reference: the sysdig that outputs are compared with. Without it the tests that compare are skipped, so this never ends the run.
need_reference() {
  command -v sysdig >/dev/null && return
  apt_install sysdig && command -v sysdig >/dev/null && return
  say "the reference is missing (Debian's package sysdig, no kernel module needed): tests that compare with it will be skipped.
  To have them: apt-get install --no-install-recommends sysdig"
}

has_clang() { compgen -c clang | grep -qxE 'clang(-[0-9]+)?' && [[ -f /usr/include/bpf/bpf_helpers.h ]]; }

# need_scene: the real parts that the tests of scenes start. Without them those tests are skipped, so this never ends the run.
need_scene() {
  local wanted=()
  command -v dockerd >/dev/null || wanted+=(docker.io)
  command -v redis-server >/dev/null || wanted+=(redis-server)
  [[ -e /usr/share/java/zookeeper.jar ]] || wanted+=(zookeeper)
  command -v strace >/dev/null || wanted+=(strace)
  ldconfig -p | grep -q libzookeeper_mt.so.2 || wanted+=(libzookeeper-mt2)
  [[ -x /usr/bin/chromium ]] || wanted+=(chromium)
  ((${#wanted[@]})) || return 0
  apt_install "${wanted[@]}" || say "not installed: ${wanted[*]}; tests that start them will be skipped.
  To have them: apt-get install --no-install-recommends ${wanted[*]}"
}

# need_clang: what the kernel programs are compiled with, and the library that loads them.
need_clang() {
  if ! has_clang; then
    apt_install clang-16 libbpf-dev && has_clang || fail "the kernel programs are compiled with clang and libbpf's headers, and these are missing.
  Install them: apt-get install --no-install-recommends clang-16 libbpf-dev   (clang 14 or later will do)"
  fi
  ldconfig -p 2>/dev/null | grep -q 'libbpf[.]so[.]1' && return
  apt_install libbpf1 || say "libbpf.so.1 is missing: everything works but live captures. To have them: apt-get install --no-install-recommends libbpf1"
}

has_node() { command -v node >/dev/null && command -v npm >/dev/null && node -e 'process.exit(+process.versions.node.split(".")[0] >= 18 ? 0 : 1)'; }

# need_node: what the page is built and tested with. Without it the server runs without a page, so this never ends the run.
need_node() {
  has_node && return
  apt_install nodejs npm && has_node && return
  say "Node.js 18 or later with npm is missing: the page is neither built nor tested.
  To have it: apt-get install --no-install-recommends nodejs npm"
}

# build_page: makes web/dist unless it is newer than every source of it. False when there is no page then.
build_page() {
  local made=web/dist/index.html
  [[ -f $made && -z $(find web/src web/public web/*.* -type f -newer "$made" -print -quit) ]] && return
  has_node || return 1
  say "building the page"
  (cd web && npm ci --no-audit --no-fund --loglevel=error >&2 && npm run --silent build >&2) || fail "the page does not build; the output is above"
  touch "$made"
}

# build_program: publishes the program unless what is there is newer than every source.
build_program() {
  local program=artifacts/mesoscope/mesoscope.dll
  if [[ ! -f $program || -n $(find src web/src web/public web/*.* Directory.*.props global.json -type f -newer "$program" -print -quit) ]]; then
    say "building (the first time takes a minute)"
    ./build >&2 || fail "the build failed; its output is above"
    touch "$program"
  fi
}
