#!/bin/bash
# Builds musl in the current folder: build.sh ARCHITECTURE CROSS_PREFIX SOURCE_FOLDER
# SOURCE_FOLDER keeps the downloaded package, so that a later build needs no network.
set -euo pipefail
architecture=$1
cross_prefix=$2
source_folder=$3
here=$PWD

# The machine's own package sources, read as source entries, in a private apt folder: the system's
# configuration stays as it is.
download() {
  local private
  private=$(mktemp -d)
  mkdir -p "$private/lists/partial" "$private/cache/archives/partial" "$private/parts"
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -e "$file" ] && sed 's/^Types:.*$/Types: deb-src/' "$file" > "$private/parts/${file##*/}"
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -e "$file" ] && sed -n 's/^deb\( .*\)$/deb-src\1/p' "$file" > "$private/parts/own-${file##*/}"
  done
  local options=(
    -q
    -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$private/parts"
    -o Dir::State::lists="$private/lists" -o Dir::Cache="$private/cache"
    -o APT::Sandbox::User="$(id -un)")
  apt-get "${options[@]}" update
  (cd "$source_folder" && apt-get "${options[@]}" source --download-only musl)
  rm -rf "$private"
}

compgen -G "$source_folder/musl_*.orig.tar.gz" > /dev/null || download
rm -rf tree include lib
mkdir tree
tar -xzf "$source_folder"/musl_*.orig.tar.gz -C tree --strip-components=1
cd tree

# What executes a system-call instruction on its own gives way to C over __syscall. musl's generic
# clone and vfork take the place of the assembly: a process of EdgeX starts threads otherwise.
cp "$here/edgex_syscall_arch.h" "arch/$architecture/syscall_arch.h"
executes_system_calls() {
  grep -qE '^[[:space:]]*(syscall|svc|ecall)\b' "$1"
}
for file in "src/thread/$architecture"/*.s "src/process/$architecture"/*.s; do
  if [ -e "$file" ] && executes_system_calls "$file"; then
    rm "$file"
  fi
done
if [ ! -e "src/thread/$architecture/__set_thread_area.s" ]; then
  cat > src/thread/__set_thread_area.c <<'END'
#include "pthread_impl.h"
#define ARCH_SET_FS 0x1002
int __set_thread_area(void *pointer) { return __syscall(SYS_arch_prctl, ARCH_SET_FS, pointer); }
END
fi
cat > src/thread/__syscall_cp_asm.c <<'END'
#include "pthread_impl.h"
#include "syscall.h"
hidden const char __cp_begin[1], __cp_end[1], __cp_cancel[1];
hidden long __syscall_cp_asm(volatile void *cancel, syscall_arg_t number, syscall_arg_t a,
    syscall_arg_t b, syscall_arg_t c, syscall_arg_t d, syscall_arg_t e, syscall_arg_t f)
{
	(void) cancel;
	return __syscall(number, a, b, c, d, e, f);
}
END

CC="${cross_prefix}gcc" CROSS_COMPILE="$cross_prefix" \
  CFLAGS="-O2 -ffunction-sections -fdata-sections -fno-pie -ffile-prefix-map=$PWD=musl" \
  ./configure --quiet --target="$architecture" --prefix="$here" --disable-shared --disable-wrapper > ../configure.log 2>&1 \
  || { cat ../configure.log; exit 1; }
make -j2 lib/libc.a lib/crt1.o > ../make.log 2>&1 || { tail -40 ../make.log; exit 1; }
make install-headers > /dev/null
mkdir -p "$here/lib"
cp lib/libc.a lib/crt1.o "$here/lib/"
cd "$here"
rm -rf tree
