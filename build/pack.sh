# Shared by ./run and ./test (sourced after build/setup.sh): the archive that installs without a network.
# It holds the program, the .NET runtime it was built with, the pages, cases, data, documents and a systemd unit.

# pack [FOLDER]: writes zhirong-VERSION-linux-x64.tar.gz and its SHA-256 there (.build/pack by default); prints the archive's path.
pack() {
  local out=${1:-$work/pack} version name
  if [ "$(uname -s)-$(uname -m)" != Linux-x86_64 ]; then
    say "安装包只能在 Linux x86-64 上制作。/ The archive is made on Linux x86-64 only."
    return 2
  fi
  need_node && with_lock build_product && cli_is_fresh "$(sources_stamp)" || { say "编译失败，日志在 .build / Build failed, logs in .build"; return 3; }
  version=$(ZHIRONG_HOME=$root "$dotnet" "$dll" --version) || return 3
  name=zhirong-$version-linux-x64
  mkdir -p "$out" && with_lock stage "$work/stage/$name" && press "$work/stage" "$name" "$out/$name.tar.gz" || { say "打包失败 / Packing failed"; return 3; }
  (cd "$out" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256") || return 3
  rm -rf "$work/stage"
  say "$(du -h "$out/$name.tar.gz" | cut -f1) $out/$name.tar.gz"
  printf '%s\n' "$out/$name.tar.gz"
}

# The folder as it is unpacked.
stage() {
  local to=$1
  rm -rf "$to" && mkdir -p "$to/app" "$to/web" || return 1
  cp -R "${dll%/*}/." "$to/app/" || return 1
  find "$to/app" \( -name '*.xml' -o -name zhirong \) -maxdepth 1 -delete
  find "$to/app/runtimes" -mindepth 1 -maxdepth 1 ! -name linux-x64 ! -name unix ! -name linux -exec rm -rf {} + 2>/dev/null
  stage_runtime "$to/dotnet" || return 1
  cp -R "$root/web/dist" "$to/web/dist" && cp -R "$root/cases" "$root/data" "$root/docs" "$to/" || return 1
  cp "$root"/README*.md "$root/CHANGELOG.md" "$root/LICENSE" "$to/" || return 1
  cp "$root/build/pack/zhirong" "$to/zhirong" && chmod 755 "$to/zhirong" || return 1
  mkdir -p "$to/systemd" && cp "$root/build/pack/zhirong.service" "$to/systemd/" || return 1
  node "$root/build/pack/notices.mjs" "$to/app/zhirong.deps.json" "$root/web/package-lock.json" "${NUGET_PACKAGES:-$HOME/.nuget/packages}" >"$to/THIRD-PARTY.txt"
}

# The host and the two shared frameworks the program runs on, of the version it would take here.
stage_runtime() {
  local to=$1 from version
  from=$(dirname "$(readlink -f "$(command -v "$dotnet")")")
  version=$("$dotnet" --list-runtimes | sed -n 's/^Microsoft\.AspNetCore\.App \(10\.0\.[0-9]*\) .*/\1/p' | sort -t. -k3 -n | tail -n 1)
  [ -n "$version" ] && [ -d "$from/shared/Microsoft.NETCore.App/$version" ] && [ -d "$from/host/fxr/$version" ] || { say "找不到与 $dotnet 同处的 .NET 10 运行时 / No .NET 10 runtime beside $dotnet"; return 1; }
  mkdir -p "$to/host/fxr" "$to/shared/Microsoft.NETCore.App" "$to/shared/Microsoft.AspNetCore.App" || return 1
  cp "$from/dotnet" "$to/" && cp -R "$from/host/fxr/$version" "$to/host/fxr/" || return 1
  cp -R "$from/shared/Microsoft.NETCore.App/$version" "$to/shared/Microsoft.NETCore.App/" || return 1
  cp -R "$from/shared/Microsoft.AspNetCore.App/$version" "$to/shared/Microsoft.AspNetCore.App/" || return 1
  cp "$from"/LICENSE.txt "$from"/ThirdPartyNotices.txt "$to/" 2>/dev/null || cp /usr/share/doc/dotnet-host*/copyright "$to/LICENSE.txt" 2>/dev/null
  return 0
}

# The same sources give the same archive: names sorted, owner and time fixed by the last change.
press() {
  local when
  when=$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)
  tar -C "$1" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$when" --mode='u+rwX,go=rX' -cf - "$2" | gzip -n "${ZHIRONG_GZIP:--6}" >"$3.part" && mv "$3.part" "$3"
}

# start_packed ARCHIVE: unpacks it in a folder of its own and starts it where no network but this machine's is to be reached, with
# nothing of the builder's: no .NET, no packages, no home. Fetches the health page, a page with its script, and a calculation.
start_packed() {
  local folder status
  folder=$(mktemp -d) || return 1
  cut_off env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$folder/home" LANG=C.UTF-8 \
    http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 no_proxy=127.0.0.1,localhost \
    bash "$root/build/pack/start.sh" "$1" "$folder"
  status=$?
  rm -rf "$folder"
  return $status
}

# cut_off COMMAND…: in a network of its own where that is allowed; else the proxies of start_packed lead nowhere.
cut_off() {
  if unshare -rn true 2>/dev/null; then unshare -rn bash -c 'ip link set lo up 2>/dev/null || ifconfig lo up; exec "$@"' cut-off "$@"
  elif unshare -n true 2>/dev/null; then unshare -n bash -c 'ip link set lo up 2>/dev/null || ifconfig lo up; exec "$@"' cut-off "$@"
  else "$@"; fi
}
