#!/bin/sh
# Trains three experiments in many ways that must not matter, and compares the digests of the results.
#
#   docs/determinism.sh [--quick] [JAVA_HOME...]
#
# The ways: each JDK given, or else each found under /usr/lib/jvm and the one that is used by default;
# the number of processors; lanes; the interpreter and C1 alone; each vector width of
# the processor, and no module for vectors at all; with --quick only one of each kind. In each way every
# experiment is trained twice in one process: first while the code is warming up, then with what has been
# compiled by then.
#
# Prints a table, and ends with exit code 1 if any digest differs. docs/determinism.md says more.
set -u

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
configs=$project/configs
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT
experiments="xor-perceptron xor-mlp csv-classification"
lib=$project/cli/target/quick/lib
[ -d "$project/cli" ] || lib=$project/lib
expected=
without_module=
differing=0
failed=0
ways=0

# Prints the version of Java that the launcher takes with KASSEI_JAVA=$1; nothing if it refuses.
java_version() {
  KASSEI_JAVA=$1 "$project/kassei" --version 2>/dev/null | sed -n 's/.*(Java \(.*\))/\1/p'
}

# Prints each Java home once.
java_homes() {
  for home in /usr/lib/jvm/*; do
    [ -x "$home/bin/java" ] && (cd "$home" && pwd -P)
  done | sort -u
}

# start OPTIONS ARGUMENTS...: starts Kassei on the Java $java_home. The launcher asks for the module of the
# vector kernels; without it Java is started by hand.
start() {
  options="-XX:+IgnoreUnrecognizedVMOptions $1"
  shift
  if [ -n "$without_module" ]; then
    # shellcheck disable=SC2086
    "$java_home/bin/java" $options -cp "$lib/kassei.jar" dev.kassei.cli.Kassei "$@"
  else
    KASSEI_JAVA=$java_home KASSEI_JAVA_OPTS=$options "$project/kassei" "$@"
  fi
}

# run OPTIONS ARGUMENTS...: trains each experiment twice and prints the digests, a line each.
run() {
  options=$1
  shift
  for round in 1 2; do
    for experiment in $experiments; do
      set -- "$@" "$configs/$experiment.yaml"
    done
  done
  start "$options" run "$@" --no-plots --out "$scratch/runs" 2>"$scratch/err" | sed -n 's/^Digest: //p'
  rm -rf "$scratch/runs"
}

# way NAME OPTIONS ARGUMENTS...: a line of the table, for the Java $home of $version.
way() {
  name=$1
  shift
  digests=$(run "$@")
  ways=$((ways + 1))
  if [ "$(printf '%s\n' "$digests" | wc -l)" -ne 6 ]; then
    failed=$((failed + 1))
    printf '%-28s %-24s failed\n' "$version" "$name"
    cat "$scratch/err"
    return
  fi
  first=$(printf '%s\n' "$digests" | head -n 3)
  second=$(printf '%s\n' "$digests" | tail -n 3)
  [ -n "$expected" ] || expected=$first
  verdict=
  if [ "$first" != "$expected" ] || [ "$second" != "$expected" ]; then
    differing=$((differing + 1))
    verdict='  differs'
    [ "$first" = "$second" ] || verdict="  differs, also between two rounds"
  fi
  # shellcheck disable=SC2046
  printf '%-28s %-24s %.12s  %.12s  %.12s%s\n' "$version" "$name" \
    $(printf '%s\n' "$first") "$verdict"
}

quick=
if [ "${1:-}" = --quick ]; then
  quick=yes
  shift
fi

"$project/kassei" --version >/dev/null || exit
if [ $# -eq 0 ]; then
  # shellcheck disable=SC2046
  set -- $(java_homes)
fi
[ $# -gt 0 ] || set -- "${JAVA_HOME:-$(command -v java)}"

printf '%-28s %-24s %-12s  %-12s  %-12s\n' java way xor-perc. xor-mlp csv-class.
for java_home; do
  version=$(java_version "$java_home")
  [ -n "$version" ] || continue
  way '3 lanes' '' --lanes 3
  way 'C1 alone' -XX:TieredStopAtLevel=1
  way 'UseAVX=0, 1 processor' '-XX:UseAVX=0 -XX:ActiveProcessorCount=1'
  way 'vector kernels' '' --kernels vector
  way 'vectors of 128 bits' '-XX:MaxVectorSize=16' --kernels vector
  without_module=yes
  way 'without vector module' ''
  without_module=
  [ -z "$quick" ] || continue
  way 'scalar kernels' '' --kernels scalar
  way 'vectors, UseAVX=2' '-XX:UseAVX=2' --kernels vector
  way 'vectors, 17 lanes' '' --kernels vector --lanes 17
  way 'as it comes' ''
  way '17 lanes' '' --lanes 17
  without_module=yes
  way 'without module, 17 lanes' '' --lanes 17
  without_module=
  way '1 processor' -XX:ActiveProcessorCount=1
  way '2 processors' -XX:ActiveProcessorCount=2
  way 'interpreted' -Xint
  way 'C2 alone' -XX:-TieredCompilation
  case $(uname -m) in
    x86_64 | amd64)
      for level in 1 2 3; do
        way "UseAVX=$level" "-XX:UseAVX=$level"
      done
      ;;
  esac
done

printf '%s ways, %s differ, %s failed\n' "$ways" "$differing" "$failed"
[ "$ways" -gt 0 ] && [ "$differing" -eq 0 ] && [ "$failed" -eq 0 ]
