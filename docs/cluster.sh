#!/bin/sh
# Trains a batch as the tasks of a Slurm array job and as the pods of an indexed Kubernetes job would, by the files of
# examples/cluster and the variables that these schedulers set. Each task is killed once with signal 9 and started
# again. Then the merged batch is compared with the one that nobody divided.
#
#   docs/cluster.sh [SEED [FILE [OPTION…]]]
#
# SEED (1) chooses the moments of the kills. FILE is a batch (one of its own), OPTIONs are those of kassei run, such as
# --set. Ends with exit code 1 if tables, statistics or page differ. docs/cluster.md says more.
set -u

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
random=${1:-1}
[ $# -lt 1 ] || shift
file=${1:-$scratch/small.yaml}
[ $# -lt 1 ] || shift
cat >"$scratch/small.yaml" <<'END'
dataset: {type: moons, samples: 300, split: {test: 0.5}}
model: {type: mlp, hidden: [16, 16], activation: relu}
loss: binary_cross_entropy
optimizer: {type: adam, learning_rate: 0.01}
training: {epochs: 200}
batch:
  grid: {model.activation: [relu, gelu, mish, tanh], seed: {from: 1, count: 20}}
  compare: {metric: test.accuracy}
END

# What the files call: kassei, and Slurm's command.
mkdir "$scratch/bin"
# the options of the batch are the user's, not part of the files
{
  printf '#!/bin/sh\nproject="%s"\n' "$project"
  cat <<'END'
if [ "$1" = run ]; then
  shift
  exec "$project/kassei" run "$@" $KASSEI_TEST_OPTIONS
fi
exec "$project/kassei" "$@"
END
} >"$scratch/bin/kassei"
printf '#!/bin/sh\necho "scontrol $*"\n' >"$scratch/bin/scontrol"
chmod +x "$scratch/bin/kassei" "$scratch/bin/scontrol"
PATH=$scratch/bin:$PATH
KASSEI_TEST_OPTIONS=$*
export KASSEI_TEST_OPTIONS
kassei --version >/dev/null || exit
tasks=4
failed=0

# slurm INDEX, from 1 on
slurm() {
  SLURM_ARRAY_JOB_ID=7 SLURM_ARRAY_TASK_ID=$1 SLURM_ARRAY_TASK_COUNT=$tasks SLURM_ARRAY_TASK_MIN=1 \
    SLURM_ARRAY_TASK_STEP=1 SLURM_CPUS_PER_TASK=1 \
    exec setsid bash "$project/examples/cluster/slurm.sbatch" "$file"
}

# kubernetes INDEX, from 1 on as well
sed -n '/^ *- |$/,/^ *workingDir/{/- |/d;/workingDir/d;s/^              //;s:auto/16:auto/'"$tasks"':;s:batch.yaml:"$1":;p;}' \
  "$project/examples/cluster/job.yaml" >"$scratch/pod.sh"
kubernetes() {
  JOB_COMPLETION_INDEX=$(($1 - 1)) exec setsid sh "$scratch/pod.sh" "$file"
}

# task SCHEDULER INDEX: starts it, kills it, and starts it again as schedulers do.
task() {
  ("$1" "$2") >"$scratch/out" 2>&1 &
  process=$!
  random=$(((random * 1103515245 + 12345) % 2147483648))
  sleep "$((random / 65536 % 2)).$((random / 1024 % 10))"
  kill -9 -"$process" 2>/dev/null && echo "$1 task $2 killed" || echo "$1 task $2 ended before it was killed"
  wait "$process" 2>/dev/null
  ("$1" "$2") >"$scratch/out" 2>&1
  code=$?
  [ "$code" -eq 0 ] || {
    echo "$1 task $2: exit code $code"
    cat "$scratch/out"
    exit 1
  }
}

mkdir "$scratch/whole" "$scratch/slurm" "$scratch/kubernetes"
cd "$scratch/whole" || exit
kassei run "$file" >"$scratch/out" 2>&1 || { cat "$scratch/out"; exit 1; }
name=$(ls runs)
for scheduler in slurm kubernetes; do
  cd "$scratch/$scheduler" || exit
  for index in $(seq "$tasks"); do task "$scheduler" "$index"; done
  kassei merge runs/*-shard-* --out "runs/$name" >"$scratch/out" 2>&1 || { cat "$scratch/out"; exit 1; }
  for part in trials.csv curves.csv statistics.json summary.md summary.tex report.html; do
    cmp "$scratch/whole/runs/$name/$part" "runs/$name/$part" || failed=1
  done
  grep '^Digest' "$scratch/out"
done
exit "$failed"
