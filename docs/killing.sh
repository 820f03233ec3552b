# What killed.sh and killed-run.sh have in common, for them to read after setting project, seed and kills. They define
#
#   run FOLDER   starts what is killed, or its rest, with its results below $scratch/FOLDER
#   ended        whether what was killed had ended before, all but its process
#   progress     prints how far it has come
#   begun        whether it has begun to train since it was started, before which progress was $before
# shellcheck shell=sh

scratch=$(mktemp -d)
child=
trap '[ -z "$child" ] || kill -9 "$child" 2>/dev/null; rm -rf "$scratch"' EXIT
trap 'exit 130' INT

# The digest that was printed last.
digest() {
  sed -n 's/^Digest: //p' "$scratch/out"
}

fail() {
  cat "$scratch/err"
  echo "$*"
  exit 1
}

# begin: runs the whole undisturbed, and sets seconds and expected, its digest.
begin() {
  start=$(date +%s)
  (run whole) >"$scratch/out" 2>"$scratch/err" || fail "the undisturbed run fails"
  seconds=$(($(date +%s) - start))
  expected=$(digest)
}

# moments LEAST ROOM: so that all kills together need about as long as the whole and its starts, from LEAST seconds on
# with ROOM for a start.
moments() {
  awk -v seed="$seed" -v kills="$kills" -v seconds="$seconds" -v least="$1" -v room="$2" 'BEGIN {
    srand(seed)
    for (i = 0; i < kills; i++) printf "%.2f\n", least + rand() * (2 * seconds / kills + room)
  }'
}

# disturb LEAST ROOM: kills at random moments and starts again, until it has ended or was killed often enough. Every
# second moment counts from when training has begun, however long a start takes on this machine.
disturb() {
  number=0
  for moment in $(moments "$1" "$2"); do
    number=$((number + 1))
    rm -f "$scratch/out"
    before=$(progress)
    (run killed) >"$scratch/out" 2>"$scratch/err" &
    child=$!
    while [ $((number % 2)) = 0 ] && kill -0 "$child" 2>/dev/null && ! begun; do
      sleep 0.05
    done
    sleep "$moment"
    kill -9 "$child" 2>/dev/null
    wait "$child" 2>/dev/null
    code=$?
    child=
    case $code in
      0 | 137) ;;
      *) fail "exit code $code before kill $number after $moment s" ;;
    esac
    # a kill may also hit a process that has written everything and is about to exit
    if [ "$code" = 0 ] || ended; then
      echo "kill $number after $moment s came too late: it had ended"
      return
    fi
    echo "kill $number after $moment s: $(progress)"
  done
  (run killed) >"$scratch/out" 2>"$scratch/err" || fail "it does not resume"
}

# same FOLDER OTHER FILE…: compares those of the files that there are.
same() {
  left=$1
  right=$2
  shift 2
  for part; do
    [ ! -e "$left/$part" ] || cmp "$left/$part" "$right/$part" || fail "$part differs"
  done
}
