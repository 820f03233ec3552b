package dev.kassei.batch.run;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.plan.Tune;
import dev.kassei.results.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says in which shard each trial of a batch is. Blocks of trials stay together: those that differ
 * in seeds alone, sixteen at a time, since they are trained side by side in lanes; and with a
 * tuning those that are tuned together. A hash of the axes of a block's first trial chooses its
 * shard. So seeds that are added behind the others move none of them to another shard.
 */
final class Shards {
  private static final int BLOCK = 16;

  /** Hexadecimal digits of a hash, which fit into a long. */
  private static final int DIGITS = 15;

  private static final int RADIX = 16;

  private final List<TrialConfig> trials;
  private final Optional<Tune> tune;
  private final long[] hashes;
  private final Map<Integer, Long> ofGroups = new HashMap<>();

  private Shards(BatchConfig batch) {
    trials = batch.trials();
    tune = batch.tune();
    hashes = new long[trials.size()];
  }

  static Shards of(BatchConfig batch) {
    var shards = new Shards(batch);
    if (batch.tune().isPresent()) {
      shards.byGroups(batch.tune().get());
    } else {
      shards.byBlocks();
    }
    return shards;
  }

  private void byGroups(Tune together) {
    for (TrialConfig trial : trials) {
      int group = together.group(trial);
      hashes[trial.number() - 1] = ofGroups.computeIfAbsent(group, key -> hash(trial));
    }
  }

  private void byBlocks() {
    var open = new HashMap<Map<String, String>, Block>();
    for (TrialConfig trial : trials) {
      Map<String, String> shared = trial.axesWithoutSeeds();
      Block block = open.get(shared);
      if (block == null || block.size == BLOCK) {
        block = new Block(hash(trial));
        open.put(shared, block);
      }
      block.size++;
      hashes[trial.number() - 1] = block.hash;
    }
  }

  /** Trials that stay together. */
  private static final class Block {
    private final long hash;
    private int size;

    Block(long hash) {
      this.hash = hash;
    }
  }

  private static long hash(TrialConfig trial) {
    var sha = new Sha256();
    trial
        .axes()
        .forEach(
            (path, value) -> {
              sha.add(path);
              sha.add(value);
            });
    return Long.parseLong(sha.hex().substring(0, DIGITS), RADIX);
  }

  /** The index from 1 of the shard of a trial where there are so many. */
  int index(int number, int count) {
    return index(hashes[number - 1], count);
  }

  private static int index(long hash, int count) {
    return 1 + (int) (hash % count);
  }

  /** The trials of one shard, or all. */
  Share share(Optional<Shard> shard) {
    return new Share(shard);
  }

  /** What one process trains. */
  final class Share {
    private final Optional<Shard> shard;

    private Share(Optional<Shard> shard) {
      this.shard = shard;
    }

    boolean has(TrialConfig trial) {
      return has(hashes[trial.number() - 1]);
    }

    /** Whether it has the trials of a group of the tuning, which is numbered from 0. */
    boolean hasGroup(int group) {
      return has(ofGroups.get(group));
    }

    private boolean has(long hash) {
      return shard.map(each -> index(hash, each.count()) == each.index()).orElse(true);
    }

    /** The number of its trials. */
    int size() {
      return (int) trials.stream().filter(this::has).count();
    }

    /** The number of candidates that its trials are tuned by. */
    long candidates() {
      return tune.stream()
          .mapToLong(
              each -> ofGroups.keySet().stream().filter(this::hasGroup).count() * each.budget())
          .sum();
    }
  }
}
