#!/bin/sh
# Tests the launcher `kassei` on the jars of a finished build; needs no network and no Maven.
#
#   cli/src/test/sh/launcher_test.sh [FOLDER]
#
# FOLDER is an unpacked distribution; without it one is put together from what `./kassei` has built.
# SHELLS names the shells to test with. Java 17 or newer has to be on PATH.
set -u

project=$(CDPATH='' cd -- "$(dirname -- "$0")/../../../.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset JAVA_HOME KASSEI_JAVA KASSEI_JAVA_OPTS
passed=0
failed=0

# Runs the command "$@"; keeps its exit code and what it printed.
run() {
  out=$("$@" 2>"$scratch/err")
  code=$?
  err=$(cat "$scratch/err")
  # Java itself names the incubator module of the vector kernels
  notice='WARNING: Using incubator modules: jdk.incubator.vector'
  case $err in "$notice"*) ;; *) notice= ;; esac
  err=${err#"$notice"}
}

# expect NAME CODE OUT ERR: compares the last run; OUT and ERR are shell patterns.
expect() {
  # shellcheck disable=SC2254
  case $code in "$2") case $out in $3) case $err in $4)
    passed=$((passed + 1))
    return
    ;;
  esac ;; esac ;; esac
  failed=$((failed + 1))
  printf 'FAILED (%s): %s\n  exit code %s\n  stdout: %s\n  stderr: %s\n' "$shell" "$1" "$code" "$out" "$err"
}

# fake_java HOME VERSION: a Java home without a "release" file, whose java prints its arguments.
fake_java() {
  mkdir -p "$1/bin"
  {
    printf '#!/bin/sh\nversion=%s\n' "$2"
    cat <<'JAVA'
[ "$1" != -version ] || { echo "openjdk version \"$version\" 2020-01-01" >&2; exit 0; }
while [ "$1" != dev.kassei.cli.Kassei ]; do
  case $1 in
    -Dextra*) echo "option <$1>" ;;
    -Xshare:dump) exit 1 ;;
  esac
  shift
done
shift
echo "process $$"
for argument; do echo "argument <$argument>"; done
exit "${FAKE_EXIT:-0}"
JAVA
  } >"$1/bin/java"
  chmod +x "$1/bin/java"
}

# fake_maven FILE: a Maven that builds a source checkout by making the jar and the stamp.
fake_maven() {
  cat >"$1" <<'MAVEN'
#!/bin/sh
echo "maven output"
echo built >>builds
[ -z "${FAKE_BUILD_FAILS:-}" ] || exit 1
sleep "${FAKE_BUILD_SECONDS:-0}"
mkdir -p cli/target/quick/lib
touch cli/target/quick/lib/kassei.jar
[ -z "${FAKE_EDIT:-}" ] || touch api/src/main/java/A.java
MAVEN
  chmod +x "$1"
}

old_java=$scratch/old
new_java=$scratch/new
fake_java "$old_java" 11.0.2
fake_java "$new_java" 21
touch "$new_java/bin/javac"
chmod +x "$new_java/bin/javac"

# A PATH with the tools the launcher needs, without Java and Maven.
tools=$scratch/tools
mkdir "$tools"
for tool in cat find head ln mkdir mv readlink rm sed sleep touch env; do
  ln -s "$(command -v "$tool")" "$tools/$tool"
done

home="$scratch/with space/日本語 フォルダ"
mkdir -p "$home"
if [ $# -gt 0 ]; then
  cp -R "$1/." "$home"
else
  cp "$project/kassei" "$home"
  cp -R "$project/cli/target/quick/lib" "$home" || exit
fi

test_distribution() {
  version='kassei [0-9]* (Java *)'
  cd "$scratch" || exit

  run "$shell" "$home/kassei" --version
  expect "runs from another folder, from a path with spaces and Japanese" 0 "$version" ''

  run env -u LANG -u LC_CTYPE LC_ALL=C "$shell" "$home/kassei" --version
  expect "runs from a Japanese path where the locale is C" 0 "$version" ''

  run "$shell" "$home/kassei" list
  err=$notice$err
  expect "does without the incubator module where little is computed" 0 '*activation*' ''

  run "$shell" "$home/kassei" run
  [ -n "$notice" ] || code='no vector kernels'
  expect "has the incubator module where networks are trained" 2 '' '*'

  cd "$home" || exit
  run "$shell" kassei --version
  expect "runs as a file in the current folder" 0 "$version" ''
  run ./kassei --version
  expect "runs by itself" 0 "$version" ''
  cd "$scratch" || exit

  mkdir -p links
  ln -sf "$home/kassei" links/absolute
  ln -sf absolute links/relative
  run "$shell" links/relative --version
  expect "runs through a chain of symbolic links" 0 "$version" ''
  run env PATH="$scratch/links:$PATH" relative --version
  expect "runs through a link on PATH" 0 "$version" ''

  rm -f "$home"/lib/*.jsa
  run "$shell" "$home/kassei" --version
  [ -s "$(echo "$home"/lib/java-*.jsa)" ] || code='no archive of classes'
  expect "keeps an archive of classes" 0 "$version" ''
  echo nonsense >"$(echo "$home"/lib/java-*.jsa)"
  run "$shell" "$home/kassei" --version
  expect "runs with a broken archive" 0 "$version" ''
  rm -f "$home"/lib/*.jsa

  run "$shell" "$home/kassei" --no-such-option
  expect "a usage error is exit code 2" 2 '' '*--no-such-option*'
}

test_finding_java() {
  shell_path=$(command -v "$shell")
  run env PATH="$tools" "$shell_path" "$home/kassei"
  expect "says that there is no Java" 2 '' '*Java 17 or newer is needed*none*'

  run env PATH="$old_java/bin:$tools" "$shell_path" "$home/kassei"
  expect "names an old Java on PATH" 2 '' "*PATH: $old_java/bin/java has version 11.0.2*"

  run env PATH="$new_java/bin:$tools" JAVA_HOME="$old_java" "$shell_path" "$home/kassei"
  expect "goes on from an old JAVA_HOME to PATH" 0 'process *' ''

  run env PATH="$old_java/bin:$tools" JAVA_HOME="$new_java" "$shell_path" "$home/kassei"
  expect "takes JAVA_HOME before PATH" 0 'process *' ''

  run env KASSEI_JAVA="$old_java" JAVA_HOME="$new_java" "$shell_path" "$home/kassei"
  expect "does not replace an old KASSEI_JAVA in silence" 2 '' "*KASSEI_JAVA: $old_java/bin/java*11.0.2*"

  run env KASSEI_JAVA="$scratch/none" "$shell_path" "$home/kassei"
  expect "names a KASSEI_JAVA that does not exist" 2 '' "*$scratch/none is not an executable file*"

  run env KASSEI_JAVA="$new_java/bin/java" "$shell_path" "$home/kassei"
  expect "KASSEI_JAVA may be an executable" 0 'process *' ''

  echo 'JAVA_VERSION="1.8.0_392"' >"$new_java/release"
  run env KASSEI_JAVA="$new_java" "$shell_path" "$home/kassei"
  expect "believes the release file of a Java home" 2 '' '*1.8.0_392*'
  rm "$new_java/release"
}

test_passing_through() {
  KASSEI_JAVA=$new_java
  export KASSEI_JAVA
  run env FAKE_EXIT=7 "$shell" "$home/kassei"
  expect "passes the exit code through" 7 '*' ''

  run "$shell" "$home/kassei" 'two words' '*' '' '日本 "quoted"'
  expect "passes arguments unchanged" 0 "process *
argument <two words>
argument <[*]>
argument <>
argument <日本 \"quoted\">" ''

  run env KASSEI_JAVA_OPTS='-Dextra=1 -Dextra2=2' "$shell" "$home/kassei"
  expect "passes KASSEI_JAVA_OPTS" 0 "option <-Dextra=1>
option <-Dextra2=2>
process *" ''

  # shellcheck disable=SC2016
  run "$shell" -c 'echo "process $$"; exec "$@"' - "$shell" "$home/kassei"
  expect "becomes Java, so that signals reach it" 0 '*' ''
  [ "$(printf '%s\n' "$out" | sort -u | wc -l)" -eq 1 ] || {
    code='not the same process'
    expect "becomes Java, so that signals reach it" 0 '' ''
  }
  unset KASSEI_JAVA
}

builds() { wc -l <"$checkout/builds" | tr -d ' '; }

expect_builds() {
  [ "$(builds)" -eq "$2" ] || code="$(builds) builds"
  expect "$1" 0 'process *' "$3"
}

test_checkout() {
  checkout="$scratch/source 日本 $shell"
  mkdir -p "$checkout/api/src/main/java" "$checkout/cli/src/main" "$checkout/bin"
  cp "$project/kassei" "$checkout"
  touch "$checkout/pom.xml" "$checkout/api/pom.xml" "$checkout/cli/pom.xml"
  touch "$checkout/api/src/main/java/A.java"
  fake_maven "$checkout/bin/mvn"
  KASSEI_JAVA=$new_java
  path_before=$PATH
  PATH=$checkout/bin:$PATH
  export KASSEI_JAVA

  run env FAKE_BUILD_FAILS=1 "$shell" "$checkout/kassei"
  expect "says that the build failed" 2 '' '*building with mvn*maven output*the build failed*'
  run "$shell" "$checkout/kassei"
  expect_builds "builds on the first start, on the error stream" 2 '*building with mvn*maven output*'
  run "$shell" "$checkout/kassei"
  expect_builds "does not build again" 2 ''
  sleep 1
  touch "$checkout/api/src/main/java/A.java"
  run "$shell" "$checkout/kassei"
  expect_builds "builds after a change of a source" 3 '*building*'

  sleep 1
  touch "$checkout/api/src/main/java/A.java"
  FAKE_BUILD_SECONDS=1 FAKE_EDIT=1 "$shell" "$checkout/kassei" >/dev/null 2>&1
  run "$shell" "$checkout/kassei"
  expect_builds "builds again if a source was saved during the build" 5 '*building*'

  rm "$checkout/cli/target/quick/lib/kassei.jar"
  FAKE_BUILD_SECONDS=1 "$shell" "$checkout/kassei" >/dev/null 2>&1 &
  FAKE_BUILD_SECONDS=1 "$shell" "$checkout/kassei" >/dev/null 2>&1 &
  wait
  run "$shell" "$checkout/kassei"
  expect_builds "two starts at a time build once" 6 ''

  rm "$checkout/cli/target/quick/lib/kassei.jar" "$new_java/bin/javac"
  run "$shell" "$checkout/kassei"
  expect "asks for a development kit to build" 2 '' '*no javac beside it*'
  touch "$new_java/bin/javac"
  chmod +x "$new_java/bin/javac"

  mv "$checkout/bin/mvn" "$checkout/mvnw"
  PATH=$new_java/bin:$tools
  run "$(PATH=$path_before command -v "$shell")" "$checkout/kassei"
  PATH=$path_before
  expect_builds "builds with mvnw where there is no mvn" 7 '*building with mvnw*'
  unset KASSEI_JAVA
}

for shell in ${SHELLS:-dash bash}; do
  command -v "$shell" >/dev/null || continue
  test_distribution
  test_finding_java
  test_passing_through
  test_checkout
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
