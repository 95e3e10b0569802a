# Shared by ./run, ./test and .ci/run (sourced, bash). Everything here speaks on stderr: stdout belongs to the caller's result.
# Sets: root (the repository), work (.build, never committed), dotnet (the program found by need_dotnet).

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
work=$root/.build
configuration=Release
dotnet=dotnet

say() { printf '%s\n' "$*" >&2; }

# --- what must be installed ------------------------------------------------------------------------------------------

has_sdk() { [ -x "$1" ] && "$1" --list-sdks 2>/dev/null | grep -q '^10\.0\.4[0-9][0-9]'; }

find_dotnet() {
  local candidate
  for candidate in "${DOTNET_ROOT:-/nowhere}/dotnet" "$(command -v dotnet 2>/dev/null)" "${HOME:-/nowhere}/.dotnet/dotnet" \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet; do
    if [ -n "$candidate" ] && has_sdk "$candidate"; then
      dotnet=$candidate
      PATH=${dotnet%/*}:$PATH # what the tests start by name is the same one
      return 0
    fi
  done
  return 1
}

# Runs apt-get as root or by passwordless sudo; fails when neither is possible.
apt() {
  command -v apt-get >/dev/null 2>&1 || return 1
  if [ "$(id -u)" = 0 ]; then
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y "$@" </dev/null >&2
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo -n env DEBIAN_FRONTEND=noninteractive apt-get -qq -y "$@" </dev/null >&2
  else
    return 1
  fi
}

# A distribution may carry another feature band (10.0.1xx), which global.json refuses: such a package is not installed.
apt_has_sdk() { apt-cache policy dotnet-sdk-10.0 2>/dev/null | grep -Eq 'Candidate: .*10\.0\.4[0-9][0-9]'; }

fetch() {
  if command -v curl >/dev/null 2>&1; then curl -fsSL --retry 2 "$1" -o "$2"; else wget -q "$1" -O "$2"; fi
}

need_dotnet() {
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
  find_dotnet && return 0
  say "缺少 .NET SDK 10.0.4xx，正在安装…… / .NET SDK 10.0.4xx is missing, installing it ..."
  if { apt_has_sdk || { apt update && apt_has_sdk; }; } && apt install dotnet-sdk-10.0 && find_dotnet; then return 0; fi
  mkdir -p "$work"
  if [ -n "${HOME:-}" ] && fetch https://dot.net/v1/dotnet-install.sh "$work/dotnet-install.sh" 2>/dev/null \
    && bash "$work/dotnet-install.sh" --channel 10.0.4xx --install-dir "$HOME/.dotnet" --no-path </dev/null >&2 \
    && find_dotnet; then return 0; fi
  say "无法安装 .NET SDK 10.0.4xx：请从 https://dotnet.microsoft.com/download/dotnet/10.0 安装后重试。/ Could not install .NET SDK 10.0.4xx: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and try again."
  return 1
}

# The C++ compiler is wanted for the anchors of the bench only; without it their figures read "-".
want_compiler() {
  command -v g++ >/dev/null 2>&1 && return 0
  apt install g++ 2>/dev/null || { apt update && apt install g++; } 2>/dev/null \
    || say "没有 g++：基准测试照常运行，C++ 参照显示为 -。/ No g++: the bench runs all the same, its C++ anchors read \"-\"."
  return 0
}

# Node.js builds the pages: 20.19 or newer, with npm.
has_node() {
  command -v npm >/dev/null 2>&1 && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

apt_has_node() { apt-cache policy nodejs 2>/dev/null | grep -Eq 'Candidate: (2[1-9]|[3-9][0-9]|20\.(19|[2-9][0-9]))'; }

need_node() {
  has_node && return 0
  say "缺少 Node.js 20.19 以上版本，正在安装…… / Node.js 20.19 or newer is missing, installing it ..."
  if { apt_has_node || { apt update && apt_has_node; }; } && apt install nodejs npm && has_node; then return 0; fi
  say "无法安装 Node.js：请从 https://nodejs.org 安装 20.19 以上版本后重试。/ Could not install Node.js: install 20.19 or newer from https://nodejs.org and try again."
  return 1
}

# need_apps COMMAND=PACKAGE…: what the tests look at the product with, LibreOffice and PostgreSQL. Installs what is missing in
# one go; the tests start a PostgreSQL server of their own, the distribution's stays as it is.
need_apps() {
  local pair missing=()
  for pair in "$@"; do command -v "${pair%%=*}" >/dev/null 2>&1 || missing+=("${pair#*=}"); done
  # Which parts of LibreOffice are there, its command does not tell: Calc opens workbooks, Writer text documents.
  for pair in libsclo.so=libreoffice-calc libswlo.so=libreoffice-writer; do
    [ -n "$(find /usr/lib/libreoffice/program /opt/libreoffice*/program -name "${pair%%=*}" 2>/dev/null | head -n 1)" ] || missing+=("${pair#*=}")
  done
  if ! fc-list :lang=zh 2>/dev/null | grep -q .; then missing+=(fonts-noto-cjk); fi
  [ -n "$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | head -n 1)" ] || missing+=(postgresql)
  [ ${#missing[@]} = 0 ] && return 0
  say "正在安装 ${missing[*]}…… / Installing ${missing[*]} ..."
  apt install "${missing[@]}" 2>/dev/null || { apt update && apt install "${missing[@]}"; } && return 0
  say "无法安装 ${missing[*]}：需要 root 或免密 sudo；请手动安装后重试。/ Could not install ${missing[*]}: that takes root or passwordless sudo; install them by hand and try again."
  return 1
}

# --- one build at a time ---------------------------------------------------------------------------------------------

# with_lock COMMAND…: waits its turn among all ./run and ./test of this clone.
with_lock() {
  local status pid
  mkdir -p "$work"
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$work/lock"
    flock 9
    "$@"; status=$?
    exec 9>&-
    return $status
  fi
  while ! mkdir "$work/lock.d" 2>/dev/null; do
    pid=$(cat "$work/lock.d/pid" 2>/dev/null)
    if [ -n "$pid" ] && ! kill -0 "$pid" 2>/dev/null; then
      rm -rf "$work/lock.d"
    elif [ -z "$pid" ] && [ -n "$(find "$work/lock.d" -maxdepth 0 -mmin +1 2>/dev/null)" ]; then
      rm -rf "$work/lock.d" # its owner died between taking the lock and signing it
    else
      sleep 0.2
    fi
  done
  echo $$ >"$work/lock.d/pid"
  trap 'rm -rf "$work/lock.d"' EXIT
  "$@"; status=$?
  rm -rf "$work/lock.d"
  trap - EXIT
  return $status
}

# dotnet_build PROJECT: output goes to a log, because what it starts may outlive it and must not hold the caller's pipes
# or the lock (descriptor 9). Locked restore as soon as every project has its lock file.
dotnet_build() {
  local locked=true project
  for project in "$root"/src/*/*.csproj "$root"/src/*/*/*.csproj "$root"/tests/*/*.csproj; do
    if [ -e "$project" ] && [ ! -e "${project%/*}/packages.lock.json" ]; then locked=false; fi
  done
  (cd "$root" && exec "$dotnet" build "$1" -c "$configuration" -nologo -v:q -tl:off -clp:NoSummary -nodeReuse:false \
    -p:UseSharedCompilation=false -p:RestoreLockedMode=$locked) </dev/null >"$work/build.log" 2>&1 9>&- && return 0
  sed "s|$root/||g" "$work/build.log" | awk 'NF && !seen[$0]++' | tail -n 40 >&2
  if grep -q NU1004 "$work/build.log"; then
    say "依赖已变：运行 dotnet restore --force-evaluate 并提交 packages.lock.json。/ Packages changed: run dotnet restore --force-evaluate and commit packages.lock.json."
  fi
  return 1
}

# --- the pages -------------------------------------------------------------------------------------------------------

web_stamp() {
  local list=(-printf '%p %s %T@\n')
  [ "$(uname)" = Darwin ] && list=(-exec stat -f '%N %z %Fm' {} +)
  find "$root/web" \( -name node_modules -o -name dist \) -prune -o -type f "${list[@]}" | LC_ALL=C sort \
    | if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -c1-16
}

# The packages named in web/package-lock.json, installed once for each state of that file.
web_packages() {
  local lock
  lock=$(cksum <"$root/web/package-lock.json")
  [ "$(cat "$root/web/node_modules/.installed" 2>/dev/null)" = "$lock" ] && return 0
  say "正在安装网页所需的软件包…… / Installing the packages of the pages ..."
  (cd "$root/web" && npm ci --no-audit --no-fund --loglevel=error </dev/null) >"$work/npm.log" 2>&1 9>&- || { tail -n 20 "$work/npm.log" >&2; return 1; }
  printf '%s' "$lock" >"$root/web/node_modules/.installed"
}

# Builds web/dist when a source of it has changed.
build_web() {
  local stamp
  stamp=$(web_stamp)
  [ -e "$root/web/dist/index.html" ] && [ "$(cat "$work/web" 2>/dev/null)" = "$stamp" ] && return 0
  need_node && web_packages || return 1
  say "正在编译网页…… / Building the pages ..."
  (cd "$root/web" && npm run --silent build </dev/null) >"$work/web.log" 2>&1 9>&- || { tail -n 40 "$work/web.log" >&2; return 1; }
  grep -E '(gzip|total|kB)' "$work/web.log" >&2
  printf '%s' "$stamp" >"$work/web"
}

# --- the command line ------------------------------------------------------------------------------------------------

# A hash over name, size and time of everything the build of src/Host reads: notices edits, new, deleted and renamed files.
sources_stamp() {
  local list=(-printf '%p %s %T@\n')
  [ "$(uname)" = Darwin ] && list=(-exec stat -f '%N %z %Fm' {} +)
  {
    find "$root/src" -type d \( -name bin -o -name obj \) -prune -o -type f "${list[@]}"
    find "$root" -maxdepth 1 -type f \( -name 'Directory.*' -o -name global.json -o -name .editorconfig -o -iname nuget.config \) "${list[@]}"
  } | LC_ALL=C sort | if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -c1-16
}

# Reads .build/cli: the stamp it was built from, the dotnet that runs it, the program.
cli_is_fresh() {
  local stamp=
  dll=
  { read -r stamp && read -r dotnet && read -r dll; } 2>/dev/null <"$work/cli" || return 1
  [ "$stamp" = "$1" ] && [ -e "$dll" ] && [ -x "$dotnet" ]
}

# Keeps each build in a folder of its own: a build never writes under a program that is running. Folders that have not
# been current for a day go.
keep_cli() {
  local stamp=$1 folder=$work/bin/$1 old
  rm -rf "$folder.new" && mkdir -p "$folder.new" && cp -R "$root/src/Host/bin/$configuration/net10.0/." "$folder.new/" || return 1
  if [ -e "$folder" ]; then rm -rf "$folder.new"; else mv "$folder.new" "$folder" || return 1; fi
  old=$(sed -n 3p "$work/cli" 2>/dev/null)
  if [ -n "$old" ] && [ -d "${old%/*}" ]; then touch "${old%/*}"; fi
  touch "$folder"
  printf '%s\n%s\n%s\n' "$stamp" "$dotnet" "$folder/zhirong.dll" >"$work/cli.new" && mv "$work/cli.new" "$work/cli"
  find "$work/bin" -mindepth 1 -maxdepth 1 -type d -mmin +1440 -exec rm -rf {} + 2>/dev/null
  return 0
}

build_cli() {
  local stamp
  stamp=$(sources_stamp)
  cli_is_fresh "$stamp" && return 0
  need_dotnet || return 1
  say "正在编译 zhirong（首次约一分钟）…… / Building zhirong (the first time takes about a minute) ..."
  dotnet_build src/Host/Zhirong.Host.csproj && keep_cli "$stamp" && cli_is_fresh "$stamp"
}

build_product() { build_cli && build_web; }

# Becomes the server with its pages.
serve() {
  with_lock build_product || { say "编译失败，日志在 .build / Build failed, logs in .build"; exit 3; }
  cli_is_fresh "$(sources_stamp)" || exit 3
  export ZHIRONG_HOME=$root
  exec "$dotnet" "$dll" serve "$@"
}

# Becomes the program: exit code, standard input and signals are its own; relative paths are the caller's.
cli() {
  if ! cli_is_fresh "$(sources_stamp)"; then
    with_lock build_cli || { say "编译失败，日志：.build/build.log / Build failed, log: .build/build.log"; exit 3; }
  fi
  export ZHIRONG_HOME=$root
  exec "$dotnet" "$dll" "$@"
}
