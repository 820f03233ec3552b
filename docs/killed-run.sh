#!/bin/sh
# Kills single runs with signal 9 at random moments, resumes each time, and compares what comes out at last with
# the run that nobody disturbed.
#
#   docs/killed-run.sh [SEED [KILLS [FILE…]]]
#
# SEED (1) chooses the moments of the KILLS (10) of each FILE. Without files they are experiments of its own: adam
# with batch_norm and dropout, a convolutional network, schedule-free learning, and lbfgs. Prints a line for each
# kill, and ends with exit code 1 if digest, metrics, predictions, weights or surfaces differ. docs/results.md says
# more.
set -u

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
seed=${1:-1}
kills=${2:-10}
[ $# -lt 2 ] || shift
[ $# -lt 1 ] || shift
. "$project/docs/killing.sh"

# run FOLDER: the whole run, or the rest of it, with a state every tenth of a second.
run() {
  exec "$project/kassei" run "$file" --resume --checkpoint 0.0017 --out "$scratch/$name/$1"
}

ended() {
  grep -q '"status" : "completed"' "$scratch/$name"/killed/*/run.json 2>/dev/null
}

begun() {
  grep -q '^Resumes \|^Epoch ' "$scratch/out" 2>/dev/null
}

progress() {
  place=$(sed -n 's/^Resumes //p' "$scratch/out" 2>/dev/null)
  echo "resumed ${place:-from the beginning}"
}

write() {
  cat >"$scratch/$1.yaml"
}

if [ $# -eq 0 ]; then
  write adam <<END
dataset: {type: moons, samples: 4000, split: {validation: 0.2, test: 0.2}}
model: {type: mlp, hidden: [64, 64], activation: relu, norm: batch_norm, dropout: 0.1}
loss: binary_cross_entropy
optimizer: {type: adam, learning_rate: 0.01}
training: {epochs: 150, batch_size: 16, schedule: cosine, early_stopping: {patience: 200}}
END
  write conv <<END
dataset: {type: digits, split: {validation: 0.2, test: 0.2}}
model:
  type: sequential
  layers:
    - {type: reshape, shape: [8, 8, 1]}
    - {type: conv2d, out_channels: 8, kernel_size: 3, activation: relu}
    - {type: max_pool, kernel_size: 2}
    - flatten
    - {type: dense, units: 32, activation: relu}
    - {type: dense, units: 10}
loss: cross_entropy
optimizer: {type: adam, learning_rate: 0.003}
training: {epochs: 60, batch_size: 16}
END
  write schedule-free <<END
dataset: {type: moons, samples: 4000, split: {validation: 0.2, test: 0.2}}
model: {type: mlp, hidden: [64, 64], activation: tanh}
loss: binary_cross_entropy
optimizer: schedule_free_adamw
training: {epochs: 150, batch_size: 16}
END
  write lbfgs <<END
dataset: {type: moons, samples: 4000, noise: 0.3, split: {validation: 0.2, test: 0.2}}
model: {type: mlp, hidden: [64, 64], activation: tanh}
loss: binary_cross_entropy
optimizer: lbfgs
training: {epochs: 100, batch_size: all}
END
  set -- "$scratch"/*.yaml
fi

"$project/kassei" --version >/dev/null || exit
for file; do
  name=$(basename "$file" .yaml)
  echo "$name"
  begin
  echo "undisturbed in $seconds s, digest $expected"

  disturb 0.5 2
  # a kill before config.yaml was written leaves an empty folder, and the next start takes another
  killed=$(ls -d "$scratch/$name"/killed/*/run.json)
  killed=${killed%/run.json}
  grep -q "$expected" "$killed/run.json" || fail "the digests differ"
  same "$(echo "$scratch/$name"/whole/*)" "$killed" \
    run.json metrics.csv predictions.csv weights.safetensors surfaces.safetensors histograms.csv
  [ ! -e "$killed/checkpoint" ] || fail "the state is still there"
  echo "killed $number times, all files are the same"
done
