#!/bin/sh
# Tests the launcher `kassei` on the jars of a finished build; needs no network and no Maven.
#
#   cli/src/test/sh/launcher_test.sh [FOLDER]
#
# FOLDER is an unpacked distribution; without it one is put together from what `./kassei` has built.
# SHELLS names the shells to test with, GROUPS_OF_TESTS some of the tests. Java 17 or newer has to be on PATH.
set -u

project=$(CDPATH='' cd -- "$(dirname -- "$0")/../../../.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset JAVA_HOME KASSEI_JAVA KASSEI_JAVA_OPTS
KASSEI_ARCHIVE=no
export KASSEI_ARCHIVE
passed=0
failed=0

# Runs the command "$@"; keeps its exit code and what it printed.
run() {
  out=$("$@" 2>"$scratch/err")
  code=$?
  err=$(cat "$scratch/err")
}

# Runs the command "$@" with its results on a full disk.
full() {
  run sh -c '"$@" >/dev/full' - "$@"
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

# fake_java HOME VERSION: a Java home without a "release" file, whose java prints its arguments. It makes archives of
# classes, unless there is a file dump-fails, and notes each with its priority in the file dumps.
fake_java() {
  mkdir -p "$1/bin"
  {
    printf '#!/bin/sh\nversion=%s\n' "$2"
    cat <<'JAVA'
[ "$1" != -version ] || { echo "openjdk version \"$version\" 2020-01-01" >&2; exit 0; }
home=${0%/bin/java}
dump=
while [ $# -gt 0 ] && [ "$1" != dev.kassei.cli.Kassei ]; do
  case $1 in
    -Dextra*) echo "option <$1>" ;;
    @*) [ -z "${FAKE_TELLS_FILES:-}" ] || { [ -f "${1#@}" ] && echo "file <${1##*/}>"; } ;;
    -Xshare:dump) dump=yes ;;
    -XX:DumpLoadedClassList=*)
      : >"${1#*=}"
      FAKE_RUN_SECONDS=
      ;;
    -XX:SharedArchiveFile=*) archive=${1#*=} ;;
  esac
  shift
done
if [ -n "$dump" ]; then
  echo "dump $(nice)" >>"$home/dumps"
  sleep "${FAKE_DUMP_SECONDS:-0}"
  echo "classes, made by the dump" >"$archive"
  [ ! -f "$home/dump-fails" ]
  exit
fi
shift
[ -z "${FAKE_TELLS_ARCHIVE:-}" ] || echo "archive <${archive:-none}>"
echo "process $$"
for argument; do echo "argument <$argument>"; done
if [ -n "${FAKE_RUN_SECONDS:-}" ]; then
  sleep "$FAKE_RUN_SECONDS"
  echo run >>"$home/dumps"
fi
exit "${FAKE_EXIT:-0}"
JAVA
  } >"$1/bin/java"
  chmod +x "$1/bin/java"
}

# fake_maven FILE: a Maven that builds a source checkout by making the jar and the stamp.
fake_maven() {
  cat >"$1" <<'MAVEN'
#!/bin/sh
cat <<'OUTPUT'
[INFO] ---------------------< dev.kassei:kassei-trainer >----------------------
[INFO] Building Kassei trainer 0.1.0                                      [3/6]
[INFO]   from trainer/pom.xml
maven output
[INFO] Building jar: kassei-trainer.jar
OUTPUT
echo built >>builds
[ -z "${FAKE_BUILD_FAILS:-}" ] || exit 1
mkdir building || echo overlap >>overlaps
echo "$$ $PPID" >building/maven
sleep "${FAKE_BUILD_SECONDS:-0}"
rm -r building
mkdir -p cli/target/quick/lib
touch cli/target/quick/lib/kassei.jar
for kind in ${FAKE_OPTIONS:-common brief training}; do touch "cli/target/quick/lib/$kind.options"; done
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
for tool in cat cksum cp cut date df env find grep head id ln mkdir mkfifo mktemp mv nice ps readlink renice rm rmdir sed sh \
  sleep sort touch uname; do
  ln -s "$(command -v "$tool")" "$tools/$tool"
done

home="$scratch/with space/日本語 フォルダ"
mkdir -p "$home"
if [ $# -gt 0 ]; then
  cp -R "$1/." "$home"
else
  cp "$project/kassei" "$home"
  mkdir "$home/lib"
  cp "$project/cli/target/quick/lib"/*.jar "$project/cli/target/quick/lib"/*.options "$home/lib" || exit
fi

test_distribution() {
  version='kassei [0-9]* (Java *)'
  cd "$scratch" || exit

  run "$shell" "$home/kassei" --version
  expect "runs from another folder, from a path with spaces and Japanese" 0 "$version" ''

  run env -u LANG -u LC_CTYPE LC_ALL=C "$shell" "$home/kassei" --version
  expect "runs from a Japanese path where the locale is C" 0 "$version" ''

  run "$shell" "$home/kassei" list
  expect "lists what there is" 0 '*activation*' ''

  if [ -w /dev/full ]; then
    for words in list --version 'list --json'; do
      # shellcheck disable=SC2086
      full "$shell" "$home/kassei" $words
      expect "$words tells that its output is lost" 2 '' '*cannot be written to the standard output*'
    done
  fi
  run sh -c '"$@" | head -n 1' - "$shell" "$home/kassei" list
  expect "ends quietly where nobody reads on" 0 '*' ''

  run env KASSEI_JAVA_OPTS="-Xlog:class+load:file=$scratch/classes" "$shell" "$home/kassei" run \
    "$project/configs/xor-mlp.yaml" --kernels vector --no-plots --out "$scratch/vectors"
  grep -q Float32VectorKernels "$scratch/classes" || code='no vector kernels'
  expect "trains with vector kernels, and Java does not warn of their module" 0 '*' ''

  # some packages of Java have no jlink, or nothing for it to link
  if [ -d "$scratch/jre" ] ||
    jlink --add-modules java.desktop,java.management,java.naming,java.sql,jdk.unsupported --output "$scratch/jre"; then
    rm -rf "$scratch/scalars"
    run env KASSEI_JAVA="$scratch/jre" "$shell" "$home/kassei" run "$project/configs/batch/xor-seeds.yaml" \
      --set batch.grid.seed.weights.count=20 --epochs 2 --no-plots --out "$scratch/scalars"
    case $err in *SLF4J*) code='complaints of the logger' ;; esac
    expect "trains many trials where Java has no vector module" 0 '*' '*'
  fi

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
  run env KASSEI_ARCHIVE=after "$shell" "$home/kassei" --version
  expect "starts without an archive of classes" 0 "$version" ''
  await_archive "$(echo "$home"/lib)/java-$(version_of_java).jsa" 120
  expect "makes one in the background" 0 "$version" ''
  rm -f "$home"/lib/*.jsa
  run env KASSEI_ARCHIVE=before "$shell" "$home/kassei" --version
  [ -s "$(echo "$home"/lib/java-*.jsa)" ] || code='no archive of classes'
  expect "keeps an archive of classes" 0 "$version" ''
  echo nonsense >"$(echo "$home"/lib/java-*.jsa)"
  run env KASSEI_ARCHIVE=before "$shell" "$home/kassei" --version
  expect "runs with a broken archive" 0 "$version" ''
  rm -f "$home"/lib/*.jsa

  mkdir -p "$scratch/with:colon"
  cp -R "$home/kassei" "$home/lib" "$scratch/with:colon"
  run env KASSEI_ARCHIVE=before "$shell" "$scratch/with:colon/kassei" --version
  [ -s "$(echo "$scratch"/with:colon/lib/java-*.jsa)" ] || code='no archive of classes'
  expect "runs from a folder with a colon in its name" 0 "$version" ''
  rm -f "$scratch"/with:colon/lib/*.jsa
  run env KASSEI_ARCHIVE=after KASSEI_JAVA="$new_java" "$shell" "$scratch/with:colon/kassei"
  await_archive "$scratch/with:colon/lib/java-21.jsa" 20
  expect "makes an archive in the background in such a folder" 0 '*' ''
  rm -rf "$scratch/with:colon"

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
  for file in kassei.jar common.options brief.options training.options; do
    mv "$home/lib/$file" "$scratch/$file"
    run "$shell" "$home/kassei"
    mv "$scratch/$file" "$home/lib/$file"
    expect "says that $file is missing" 2 '' "*/lib/$file is missing; unpack the distribution again."
  done

  cp "$home/lib/brief.options" "$scratch/brief.options"
  echo hello >>"$home/lib/brief.options"
  run "$shell" "$home/kassei"
  mv "$scratch/brief.options" "$home/lib/brief.options"
  expect "names what is no option" 2 '' "*one option of the JVM or a comment, but here is:
./brief.options:*:hello"

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

  for words in 'run x:training' 'list x:brief' '--version:brief' ':brief' 'run --help:brief' 'check x:'; do
    kind=${words##*:}
    # shellcheck disable=SC2086
    run env FAKE_TELLS_FILES=yes KASSEI_JAVA_OPTS=-Dextra=1 "$shell" "$home/kassei" ${words%:*}
    expect "has the options of '${words%:*}' before those of the user" 0 "file <common.options>
${kind:+file <$kind.options>
}option <-Dextra=1>
process *" ''
  done

  # shellcheck disable=SC2016
  run "$shell" -c 'echo "process $$"; exec "$@"' - "$shell" "$home/kassei"
  expect "becomes Java, so that signals reach it" 0 '*' ''
  [ "$(printf '%s\n' "$out" | sort -u | wc -l)" -eq 1 ] || {
    code='not the same process'
    expect "becomes Java, so that signals reach it" 0 '' ''
  }
  unset KASSEI_JAVA
}

version_of_java() { java -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p'; }

# await_archive FILE SECONDS: waits until the archive is made and nothing else is left of that, or fails the last run.
await_archive() {
  waited=0
  until [ -s "$1" ] && [ -s "$1.sum" ] && [ "$(echo "${1%/*}"/draft.*)" = "${1%/*}/draft.*" ]; do
    [ "$waited" -lt "$2" ] || {
      code='no archive of classes'
      return
    }
    sleep 1
    waited=$((waited + 1))
  done
}

# expect_dumps NAME DUMPS: the last run used an archive, and archives were made so many times.
expect_dumps() {
  [ "$(wc -l <"$new_java/dumps")" -eq "$2" ] || code="$(cat "$new_java/dumps")"
  expect "$1" 0 "archive <$archive>*" ''
}

test_archive() {
  KASSEI_JAVA=$new_java
  KASSEI_ARCHIVE=before
  FAKE_TELLS_ARCHIVE=yes
  export KASSEI_JAVA FAKE_TELLS_ARCHIVE
  archive=$home/lib/java-21.jsa
  rm -f "$archive"* "$new_java/dumps"

  run "$shell" "$home/kassei"
  expect_dumps "makes an archive of classes and uses it" 1
  run "$shell" "$home/kassei"
  expect_dumps "makes it once" 1

  echo "classes" >"$archive"
  run "$shell" "$home/kassei"
  expect_dumps "makes a shortened archive anew" 2
  echo "classes, made by the dumb" >"$archive"
  run "$shell" "$home/kassei"
  expect_dumps "makes a changed archive anew" 3
  : >"$archive.sum"
  run "$shell" "$home/kassei"
  expect_dumps "makes an archive without a sum anew" 4

  printf '%s\nanother boot\n%s\n' "$(head -n 1 "$archive.sum")" "${archive%/*}" >"$scratch/sum"
  cp "$scratch/sum" "$archive.sum"
  run "$shell" "$home/kassei"
  expect_dumps "uses the archive after the machine was started again" 4
  ! cmp -s "$scratch/sum" "$archive.sum" || code='the sum is not renewed'
  expect "notes that it took the sum since then" 0 '*' ''
  touch -r "$archive" "$scratch/time"
  echo "classes, made by the dumb" >"$archive"
  touch -r "$scratch/time" "$archive"
  cp "$scratch/sum" "$archive.sum"
  run "$shell" "$home/kassei"
  expect_dumps "takes the sum after the machine was started again, even if no date tells a change" 5

  touch -r "$archive" "$scratch/time"
  echo "classes" >"$archive"
  touch -r "$scratch/time" "$archive"
  run "$shell" "$home/kassei"
  expect_dumps "makes a shortened archive anew, even if no date tells it" 6

  rm -f "$archive"
  mkdir "$home/lib/draft.$(uname -n).99999999" "$home/lib/draft.another machine.1"
  touch -d '3 days ago' "$home/lib/draft.another machine.1"
  run "$shell" "$home/kassei"
  [ "$(echo "$home"/lib/draft.*)" = "$home/lib/draft.*" ] || code=$(echo "$home"/lib/draft.*)
  expect_dumps "removes what killed starts left" 7

  rm -f "$archive"
  mkdir "$home/lib/draft.$(uname -n).$$"
  run "$shell" "$home/kassei"
  expect "starts without while another start makes the archive" 0 'archive <none>*' ''
  rmdir "$home/lib/draft.$(uname -n).$$" || code='the folder of another start was removed'
  expect "leaves the folder of another start alone" 0 '*' ''

  touch "$new_java/dump-fails"
  run "$shell" "$home/kassei"
  expect "starts where no archive can be made" 0 'archive <none>*' ''
  rm "$new_java/dump-fails"
  run "$shell" "$home/kassei"
  expect "does not try again at once" 0 'archive <none>*' ''
  touch -d '3 days ago' "$home/lib"/*.jar
  touch -d '2 days ago' "$archive"
  run "$shell" "$home/kassei"
  expect_dumps "tries again after a day" 9

  rm -f "$archive"
  mkdir "$scratch/full"
  printf '#!/bin/sh\nprintf "Filesystem 1024-blocks Used Available Capacity Mounted\\n/dev/x 9 9 100 99%%%% /\\n"\n' \
    >"$scratch/full/df"
  chmod +x "$scratch/full/df"
  run env PATH="$scratch/full:$PATH" "$shell" "$home/kassei"
  expect "starts without where the disk is full" 0 'archive <none>*' ''
  run "$shell" "$home/kassei"
  expect_dumps "makes the archive as soon as there is room" 10
  printf '%s\n%s\n/elsewhere\n' "$(head -n 1 "$archive.sum")" "$(sed -n 2p "$archive.sum")" >"$scratch/sum"
  cp "$scratch/sum" "$archive.sum"
  run "$shell" "$home/kassei"
  expect_dumps "makes an archive that was moved with its jars anew" 11
  rm -rf "$scratch/full" "$archive"*
  test_archive_in_background
  KASSEI_ARCHIVE=no
  unset KASSEI_JAVA FAKE_TELLS_ARCHIVE
}

# forget_archive: has the next start make an archive again.
forget_archive() { rm -f "$archive"* "$new_java/dumps"; }

# await_dump: waits until an archive is being made, at most 10 seconds.
await_dump() {
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    [ ! -f "$new_java/dumps" ] || return 0
    sleep 0.5
  done
}

test_archive_in_background() {
  KASSEI_ARCHIVE=after
  shell_path=$(command -v "$shell")
  forget_archive
  run env FAKE_RUN_SECONDS=1 "$shell" "$home/kassei"
  expect "starts without an archive" 0 'archive <none>*' ''
  await_archive "$archive" 20
  [ "$(cat "$new_java/dumps")" = "run
dump 19" ] || code=$(cat "$new_java/dumps")
  expect "makes it after the command, at the lowest priority" 0 '*' ''
  run "$shell" "$home/kassei"
  expect "uses it from then on" 0 "archive <$archive>*" ''

  forget_archive
  run env FAKE_DUMP_SECONDS=4 "$shell" "$home/kassei"
  [ ! -e "$archive" ] || code='waited for the archive'
  expect "ends before the archive is made, and lets go of the output" 0 'archive <none>*' ''
  await_dump
  run "$shell" "$home/kassei"
  expect "starts without while it is being made" 0 'archive <none>*' ''
  await_archive "$archive" 20
  [ "$(wc -l <"$new_java/dumps")" -eq 1 ] || code=$(cat "$new_java/dumps")
  expect "makes one archive at a time" 0 '*' ''

  if command -v setsid >/dev/null; then
    for signal in INT HUP; do
      forget_archive
      # shellcheck disable=SC2016
      run env FAKE_DUMP_SECONDS=1 sh -c 'setsid -w "$@"; :' - \
        "$shell" -c '"$@"; kill "-$0" 0' "$signal" "$shell" "$home/kassei"
      await_archive "$archive" 20
      expect "makes it though the terminal sends $signal" 0 'archive <none>*' '*'
    done
  fi

  if command -v flock >/dev/null; then
    forget_archive
    run env FAKE_DUMP_SECONDS=2 "$shell" -c 'exec 9>"$1"; flock 9; shift; "$@"' - "$scratch/lock" "$shell" "$home/kassei"
    flock -n "$scratch/lock" true || code='the lock is held'
    expect "lets go of the caller's lock" 0 'archive <none>*' ''
    await_archive "$archive" 20
  fi

  if command -v flock >/dev/null && command -v bash >/dev/null; then
    forget_archive
    # shellcheck disable=SC2016
    lock_high='exec {high}>"$1" && flock "$high" && shift && "$@"'
    run env FAKE_RUN_SECONDS=1 FAKE_DUMP_SECONDS=2 bash -c "$lock_high" - "$scratch/lock" \
      "$shell" "$home/kassei" 'two words'
    flock -n "$scratch/lock" true || code='the lock is held'
    expect "lets go of a lock of a descriptor with two digits" 0 'archive <none>*argument <two words>' ''
    await_archive "$archive" 20
    expect "makes the archive nevertheless" 0 '*' ''

    forget_archive
    run env FAKE_RUN_SECONDS=1 FAKE_DUMP_SECONDS=2 bash -c "$lock_high" - "$scratch/lock" \
      env PATH="$tools" "$shell_path" "$home/kassei"
    flock -n "$scratch/lock" true || code='the lock is held'
    expect "lets go of it where there is no bash" 0 'archive <none>*' ''
    case $shell in
      bash) await_archive "$archive" 20 ;;
      *)
        sleep 1
        [ ! -e "$archive" ] || code='an archive'
        ;;
    esac
    expect "leaves the archive to a later start where the shell cannot close descriptors" 0 '*' ''
  fi

  forget_archive
  run env KASSEI_ARCHIVE=no "$shell" "$home/kassei"
  sleep 1
  [ ! -e "$archive" ] || code='an archive'
  expect "makes none where none is wanted" 0 'archive <none>*' ''
  run env KASSEI_ARCHIVE=sometimes "$shell" "$home/kassei"
  expect "says when an archive can be made" 2 '' '*KASSEI_ARCHIVE*after, before or no*sometimes*'

  cp -R "$home" "$scratch/removed"
  run env FAKE_DUMP_SECONDS=1 "$shell" "$scratch/removed/kassei"
  rm -rf "$scratch/removed" || code='cannot be removed'
  sleep 2
  [ ! -e "$scratch/removed" ] || code='came back'
  expect "lets its folder be removed" 0 'archive <none>*' ''
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
  shell_path=$(command -v "$shell")
  PATH=$checkout/bin:$PATH
  export KASSEI_JAVA

  run env FAKE_BUILD_FAILS=1 "$shell" "$checkout/kassei"
  expect "says that the build failed, why, and how to build by hand" 2 '' \
    '*building with mvn*maven output*the build failed*build.log*by hand*JAVA_HOME=*/bin/mvn*package'
  run "$shell" "$checkout/kassei"
  expect_builds "builds on the first start, and says how far it is on the error stream" 2 \
    '*building with mvn*about a minute ...
kassei: building, about a minute: module 3 of 6 (trainer) ...'
  run "$shell" "$checkout/kassei"
  expect_builds "does not build again" 2 ''
  sleep 1
  touch "$checkout/api/src/main/java/A.java"
  run "$shell" "$checkout/kassei"
  expect_builds "builds after a change of a source, and says how long the last one took" 3 \
    '*building*[0-9] seconds last time*'

  mkdir -p "$checkout/trainer/engine/src/main" "$checkout/examples/plugin/src/main"
  touch "$checkout/trainer/pom.xml" "$checkout/trainer/engine/pom.xml" "$checkout/examples/plugin/pom.xml"
  run "$shell" "$checkout/kassei"
  spoil
  run "$shell" "$checkout/kassei"
  sleep 1
  touch "$checkout/trainer/engine/src/main/B.java"
  run "$shell" "$checkout/kassei"
  expect_builds "builds after a change in a module of a module" 2 '*building*'
  touch "$checkout/examples/plugin/src/main/C.java"
  run "$shell" "$checkout/kassei"
  expect_builds "does not build after a change elsewhere" 2 ''
  printf 'built\nbuilt\nbuilt\n' >"$checkout/builds"

  spoil
  run "$shell" "$checkout/kassei"
  for file in kassei.jar common.options brief.options training.options; do
    rm "$checkout/cli/target/launcher"/build.*/"$file"
    run "$shell" "$checkout/kassei"
    [ -f "$(echo "$checkout/cli/target/launcher/$(cat "$checkout/cli/target/launcher/current")/$file")" ] || code=$file
    expect "builds again where $file is missing" 0 '*' '*building*'
  done
  spoil
  mv "$checkout/cli/target/quick" "$scratch/quick"
  run env FAKE_OPTIONS=common "$shell" "$checkout/kassei"
  expect "says what a build has not made" 2 '' '*the build made no brief.options; *build.log.'
  rm -rf "$checkout/cli/target/quick"
  mv "$scratch/quick" "$checkout/cli/target/quick"
  printf 'built\nbuilt\nbuilt\n' >"$checkout/builds"

  if command -v script >/dev/null; then
    spoil
    printf '#!/bin/sh\nexec "%s" "%s/kassei"\n' "$shell" "$checkout" >"$scratch/start"
    chmod +x "$scratch/start"
    run script -qec "'$scratch/start'" /dev/null
    [ "$(printf '%s' "$out" | tr -cd '\r' | wc -c)" -ge 3 ] || code='no line in place'
    expect "says how far it is in one line on a terminal" 0 '*module 3 of 6 (trainer) ...  *' ''
    printf 'built\nbuilt\nbuilt\n' >"$checkout/builds"
  fi

  sleep 1
  touch "$checkout/api/src/main/java/A.java"
  FAKE_BUILD_SECONDS=1 FAKE_EDIT=1 "$shell" "$checkout/kassei" >/dev/null 2>&1
  run "$shell" "$checkout/kassei"
  expect_builds "builds again if a source was saved during the build" 5 '*building*'

  rm "$checkout/cli/target/launcher/current"
  FAKE_BUILD_SECONDS=1 "$shell" "$checkout/kassei" >/dev/null 2>&1 &
  FAKE_BUILD_SECONDS=1 "$shell" "$checkout/kassei" >/dev/null 2>&1 &
  wait
  run "$shell" "$checkout/kassei"
  expect_builds "two starts at a time build once" 6 ''

  rm "$checkout/cli/target/launcher/current" "$new_java/bin/javac"
  run "$shell" "$checkout/kassei"
  expect "asks for a development kit to build" 2 '' '*no javac beside it*'
  touch "$new_java/bin/javac"
  chmod +x "$new_java/bin/javac"

  mv "$checkout/bin/mvn" "$checkout/mvnw"
  PATH=$new_java/bin:$tools
  run "$(PATH=$path_before command -v "$shell")" "$checkout/kassei"
  PATH=$path_before
  expect_builds "builds with mvnw where there is no mvn" 7 '*building with mvnw*'

  mv "$checkout/mvnw" "$checkout/bin/mvn"
  PATH=$checkout/bin:$path_before
  if command -v flock >/dev/null; then
    search=$PATH
    test_locks
  fi
  search=$checkout/bin:$new_java/bin:$tools
  test_locks
  test_owners
  PATH=$path_before
  unset KASSEI_JAVA
}

# Has the next start build again.
spoil() { rm -f "$checkout/cli/target/launcher/current" "$checkout/builds"; }

# Waits until Maven is at work, at most 10 seconds.
await_build() {
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    [ ! -f "$checkout/building/maven" ] || return 0
    sleep 0.5
  done
}

# With flock or without, as the PATH in $search has it.
test_locks() {
  spoil
  twenty=
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    FAKE_BUILD_SECONDS=1 env PATH="$search" "$shell_path" "$checkout/kassei" >/dev/null 2>&1 &
    twenty="$twenty $!"
  done
  ended=
  for start in $twenty; do
    wait "$start"
    ended="$ended$?"
  done
  [ "$ended" = 00000000000000000000 ] && [ ! -f "$checkout/overlaps" ] || code="twenty starts ended with $ended"
  run env PATH="$search" "$shell_path" "$checkout/kassei"
  expect_builds "twenty starts at a time build once, and all run" 1 ''

  spoil
  FAKE_BUILD_SECONDS=3 env PATH="$search" "$shell_path" "$checkout/kassei" >/dev/null 2>&1 &
  start=$!
  await_build
  read -r maven parent <"$checkout/building/maven"
  kill -9 "$start" "$parent"
  wait "$start" 2>/dev/null
  run env PATH="$search" "$shell_path" "$checkout/kassei"
  [ ! -f "$checkout/overlaps" ] || code=overlap
  expect_builds "waits for the Maven of a killed start" 2 "*another kassei builds here (process $maven)*building*"
  [ "$(echo "$checkout"/cli/target/launcher/draft*)" = "$checkout/cli/target/launcher/draft*" ] || code=left
  expect "leaves no drafts" 0 '*' '*'

  spoil
  FAKE_BUILD_SECONDS=3 env PATH="$search" "$shell_path" "$checkout/kassei" >/dev/null 2>&1 &
  start=$!
  await_build
  run env KASSEI_BUILD_WAIT=1 PATH="$search" "$shell_path" "$checkout/kassei"
  expect "says whom it waited for too long" 2 '' '*process [0-9]* still builds in * after 1 seconds*'
  wait "$start"

  spoil
  mv "$checkout/cli/target/launcher" "$scratch/launcher"
  touch "$checkout/cli/target/launcher"
  run env PATH="$search" "$shell_path" "$checkout/kassei"
  expect "says where it cannot build" 2 '' '*has to be built first, but * cannot be written.*'
  rm "$checkout/cli/target/launcher"
  mv "$scratch/launcher" "$checkout/cli/target/launcher"
}

# Without flock: whose lock is believed dead.
test_owners() {
  lock=$checkout/cli/target/launcher/lock.owner
  spoil
  ln -s "$$ $(uname -n) 1" "$lock"
  run env PATH="$search" "$shell_path" "$checkout/kassei"
  expect_builds "removes the lock of a process that began at another time" 1 '*building*'
  spoil
  ln -s "1 another-machine 1" "$lock"
  run env KASSEI_BUILD_WAIT=4 PATH="$search" "$shell_path" "$checkout/kassei"
  expect "leaves the lock of another machine alone" 2 '' '*process 1 still builds*'
  rm "$lock"
  if [ "$(id -u)" -eq 0 ]; then
    ln -s "99999999 $(uname -n) 1" "$lock"
    chown -h 65534 "$lock"
    run env KASSEI_BUILD_WAIT=4 PATH="$search" "$shell_path" "$checkout/kassei"
    expect "leaves the lock of another user alone" 2 '' '*process 99999999 still builds*'
    rm "$lock"
  fi
}

for shell in ${SHELLS:-dash bash}; do
  command -v "$shell" >/dev/null || continue
  for group in ${GROUPS_OF_TESTS:-distribution finding_java passing_through archive checkout}; do
    "test_$group"
  done
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
