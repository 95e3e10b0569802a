#!/usr/bin/env bash
# Builds the limit (C++ AVX-512, one thread) and prints a line per work item:
#   work item | engine | parameters | figure unit | checksum of the result
# usage: run.sh [w1|w2|w3a|w3b|w3c|w4|w5 ...]     ALL_TERMS=1 adds 12 and 60 months to w1, which else keeps to 36.
# Without g++ or a CPU with AVX-512 it says so on standard error, prints nothing and exits 0: there is no figure then.
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
out=${ZHIRONG_ANCHORS:-$here/../../.build/limit}

command -v g++ >/dev/null 2>&1 || { echo "limit: no g++" >&2; exit 0; }
for feature in avx512f avx512dq avx512bw avx512vl; do
  grep -qw "$feature" /proc/cpuinfo 2>/dev/null || { echo "limit: this CPU has no $feature" >&2; exit 0; }
done

mkdir -p "$out"
# Compiled beside and moved into place: two callers may build at once.
build() {
  local source
  for source in "$1.cpp" spec.h vec.h; do
    if [ ! "$out/$1" -nt "$here/$source" ]; then
      g++ -O3 -march=native -std=c++17 -w "$here/$1.cpp" -o "$out/$1.$$" && mv "$out/$1.$$" "$out/$1"
      return
    fi
  done
}

[ $# -gt 0 ] || set -- w1 w2 w3a w3b w3c w4 w5
for item in "$@"; do
  if [ "$item" != w1 ]; then
    build w2345
    "$out/w2345" "$item"
  else
    build w1
    if [ -n "${ALL_TERMS:-}" ]; then env -u T36 "$out/w1"; else T36=1 "$out/w1"; fi
  fi
done
