package dev.kassei.cli.command;

import dev.kassei.batch.run.BatchMerge;
import dev.kassei.batch.run.Shard;
import dev.kassei.batch.run.ShardFile;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.cli.project.ShellWord;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.text.Noun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a merge lacks, with the commands that train it, and where results contradict. */
final class MergeReport {
  private static final int MAX_SHOWN = 20;

  private final Path first;
  private final PrintWriter err;
  private final Map<Shard, Path> folders = new HashMap<>();
  private int shards = 1;

  MergeReport(List<Path> merged, PrintWriter err) throws IOException {
    this.first = merged.get(0);
    this.err = err;
    for (Path folder : merged) {
      Optional<Shard> shard = ShardFile.read(folder);
      if (shard.isPresent()) {
        shards = shard.get().count();
        folders.putIfAbsent(shard.get(), folder);
      }
    }
  }

  /** In how many shards the batch was divided; where that differs, as the last one was. */
  int shards() {
    return shards;
  }

  void print(BatchMerge.Merged merged) {
    conflicts(merged);
    missing(merged.missing(), merged.run().folder());
  }

  private void conflicts(BatchMerge.Merged merged) {
    if (merged.conflicts().isEmpty()) {
      return;
    }
    Map<String, Integer> numbers =
        merged.run().results().trials().stream()
            .collect(
                Collectors.toMap(
                    trial -> trial.record().key(), TrialResult::number, (one, other) -> one));
    merged.conflicts().stream()
        .limit(MAX_SHOWN)
        .forEach(
            each ->
                err.printf(
                    "%s has another result in '%s', digest %s, than before, digest %s%n",
                    numbers.containsKey(each.key())
                        ? "trial " + numbers.get(each.key())
                        : "the trial with the key " + BatchFiles.shortKey(each.key()),
                    each.folder(),
                    BatchFiles.shortKey(each.second()),
                    BatchFiles.shortKey(each.first())));
    err.printf(
        "%s with two results: the first counts here, and the others are kept in %s. Equal trials have"
            + " equal results on every machine, so a machine has failed, or this is a defect of"
            + " Kassei.%n",
        Noun.TRIAL.count(merged.conflicts().size()),
        merged.run().folder().resolve(BatchFiles.CONFLICTS));
  }

  private void missing(Map<Integer, Integer> missing, Path out) {
    if (missing.isEmpty()) {
      return;
    }
    err.println("missing, and trained by:");
    missing.forEach(
        (index, count) ->
            err.printf("  %s: kassei run %s%n", Noun.TRIAL.count(count), command(index, out)));
  }

  private String command(int index, Path out) {
    if (shards == 1) {
      return ShellWord.of(out);
    }
    var shard = new Shard(index, shards);
    if (folders.containsKey(shard)) {
      return ShellWord.of(folders.get(shard));
    }
    Path parent = Optional.ofNullable(first.getParent()).orElse(Path.of("."));
    return "%s --shard %s --out %s"
        .formatted(ShellWord.of(first.resolve(BatchFiles.CONFIG)), shard, ShellWord.of(parent));
  }
}
