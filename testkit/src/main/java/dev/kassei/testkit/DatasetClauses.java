package dev.kassei.testkit;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.Required;
import dev.kassei.api.value.ContractException;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;

/** What data sets promise. Relative paths start at the folder in which the check runs. */
final class DatasetClauses {
  private DatasetClauses() {}

  static List<Clause<DatasetSource>> all() {
    return new Clauses<DatasetSource>()
        .and("LOADS", "can be loaded", DatasetClauses::loads)
        .and("NAMES", "has a name for each feature", loaded(DatasetClauses::names))
        .and("FINITE", "holds finite numbers", loaded(DatasetClauses::finite))
        .and("CLASSES", "numbers its classes from 0", loaded(DatasetClauses::classes))
        .and("PURITY", "gives the same rows for the same seed", DatasetClauses::pure)
        .and("SEEDS", "says whether other seeds give other rows", DatasetClauses::seeds)
        .list();
  }

  /** A source that needs keys, such as a path, has nothing to load with its defaults. */
  private static void loads(DatasetSource source, Findings findings) {
    try {
      Dataset data = ContractException.returned(source.load(new Context(1)), source, "load");
      if (data.rows() == 0) {
        findings.error("it has no rows");
      }
    } catch (IOException | IllegalArgumentException e) {
      if (needsKeys(source)) {
        findings.remark("not checked, since it needs keys of its own: %s", e);
      } else {
        findings.error("it cannot be loaded: %s", e);
      }
    }
  }

  private static boolean needsKeys(DatasetSource source) {
    return source.getClass().isRecord()
        && Arrays.stream(source.getClass().getRecordComponents())
            .anyMatch(component -> component.isAnnotationPresent(Required.class));
  }

  private static void names(Dataset data, Findings findings) {
    var known = new HashSet<String>();
    for (String name : data.featureNames()) {
      if (!known.add(name)) {
        findings.error("two features are called '%s'", name);
      }
    }
  }

  /** A gap is NaN in a feature; everything else is finite. */
  private static void finite(Dataset data, Findings findings) {
    for (int i = 0; i < data.features().length; i++) {
      if (Double.isInfinite(data.features()[i])) {
        findings.error(
            "feature '%s' of row %s is infinite",
            data.featureNames().get(i % data.width()), i / data.width());
      }
    }
    for (int i = 0; i < data.targets().length; i++) {
      if (!Double.isFinite(data.targets()[i])) {
        findings.error(
            "the target of row %s is %s", i / data.target().columns(), data.targets()[i]);
      }
    }
  }

  private static void classes(Dataset data, Findings findings) {
    if (!data.target().isClasses()) {
      return;
    }
    int count = data.target().classes().size();
    var seen = new BitSet();
    for (int row = 0; row < data.rows(); row++) {
      double number = data.targets()[row];
      if (number != Math.rint(number) || number < 0 || number >= count) {
        findings.error("row %s has class %s, but classes are 0 to %s", row, number, count - 1);
      } else {
        seen.set((int) number);
      }
    }
    if (seen.cardinality() < count) {
      int missing = seen.nextClearBit(0);
      findings.warning("no row has class '%s'", data.target().classes().get(missing));
    }
  }

  private static void pure(DatasetSource source, Findings findings) {
    if (isLoadable(source) && !isSame(load(source, 1), load(source, 1))) {
      findings.error("loaded twice with the same seed it gives different rows");
    }
  }

  private static void seeds(DatasetSource source, Findings findings) {
    if (!isLoadable(source)) {
      return;
    }
    boolean differs = !isSame(load(source, 1), load(source, 2));
    if (differs && !source.isGenerated()) {
      findings.error(
          "another seed gives other rows, but isGenerated is false: comparisons would be corrected"
              + " for rows that trials do not share");
    }
    if (!differs && source.isGenerated()) {
      findings.error(
          "another seed gives the same rows, but isGenerated is true: trials would count as"
              + " independent, which they are not");
    }
  }

  private static BiConsumer<DatasetSource, Findings> loaded(BiConsumer<Dataset, Findings> check) {
    return (source, findings) -> {
      if (isLoadable(source)) {
        check.accept(load(source, 1), findings);
      }
    };
  }

  private static boolean isLoadable(DatasetSource source) {
    try {
      return source.load(new Context(1)) != null;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Whether both have the same rows, bit by bit; names do not count. */
  private static boolean isSame(Dataset one, Dataset other) {
    return one.width() == other.width()
        && one.target().columns() == other.target().columns()
        && Arrays.equals(one.features(), other.features())
        && Arrays.equals(one.targets(), other.targets())
        && one.image().equals(other.image())
        && one.testFrom().equals(other.testFrom())
        && Arrays.equals(weights(one), weights(other));
  }

  private static double[] weights(Dataset data) {
    return data.weights().orElseGet(() -> new double[0]);
  }

  private static Dataset load(DatasetSource source, long seed) {
    try {
      return source.load(new Context(seed));
    } catch (IOException e) {
      throw new IllegalStateException("loaded once, but not again: " + e, e);
    }
  }

  private record Context(long seed) implements DatasetSource.Context {
    @Override
    public Path resolve(String path) {
      return Path.of(path);
    }

    @Override
    public Draws draws(String purpose) {
      return CountedDraws.of(seed, Purpose.DATA, purpose, 0);
    }
  }
}
