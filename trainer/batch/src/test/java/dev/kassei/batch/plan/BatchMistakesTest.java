package dev.kassei.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Plugins;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a batch is located and named, and refused before trials are made. */
class BatchMistakesTest {
  @TempDir private Path temporary;

  private Folder folder = new Folder(Path.of(""));

  @BeforeEach
  void openFolder() {
    folder = new Folder(temporary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "grid: {optimzer.momentum: [0]} | optimzer: unknown key; did you mean 'optimizer'?",
        "grid: {optimizer.lr: [1]} | optimizer.lr: unknown key; here it is 'learning_rate'.",
        "grid: {extends: [a, b]} | batch.grid.extends: extends is the same for all trials",
        "grid: {folder: [a, b]} | batch.grid.folder: folder is the same for all trials",
        "grid: {seed: [1], seed.weights: {}} | batch.grid.seed.weights: expected a list of values",
        "grid: {seed: ~} | batch.grid.seed: expected a list of values",
        "grid: {seed: []} | batch.grid.seed: the axis has no values",
        "grid: {} | batch.grid: expected a map of paths to values",
        "grid: {seed: {from: 1}} | batch.grid.seed.count: missing; expected an integer",
        "grid: {seed: {count: 3}} | batch.grid.seed.from: missing; expected an integer",
        "grid: {seed: {from: 1, count: 0}} | batch.grid.seed.count: count must be from 1",
        "grid: {seed: {from: 1, count: 2, step: 2}} | batch.grid.seed.step: unknown key",
        "grid: {seed: {log: [0, 1], count: 2}} | batch.grid.seed.log: log must be between positive",
        "grid: {seed: {uniform: [0, 1]}} | batch.grid.seed: expected a list of values or a map",
        "grid: {seed: [1]}, zip: {seed: [2]} | seed: the axis is given twice, first at",
        "grid: {seed: [1]}, gird: {} | batch.gird: unknown key; did you mean 'grid'?",
        "zip: {seed: [1, 2], training.epochs: [1]} | batch.zip.training.epochs: tied axes need"
            + " equally many values, but seed has 2 and training.epochs has 1",
        "list: [] | batch.list: expected a list of maps",
        "list: [a] | batch.list[0]: expected a map of paths to values but was 'a'",
        "list: [{seed: 1}], grid: {seed: [1]} | seed: the variant '1' sets what is an axis, too",
        "random: {seed: 1, loss: [mse]} | batch.random.samples: missing",
        "random: {samples: 2} | batch.random: expected a map of paths to values",
        "random: {samples: 2, loss: {log: [1, 2], count: 3}} | batch.random.loss: expected a list",
        "keep: most, grid: {seed: [1]} | batch.keep: expected one of best, all, none",
        "blocks: [3] | batch.blocks[0]: expected a map with grid, zip, list or random but was 3",
        "keep: all | batch: there are no axes",
        "grid: {seed: [1]}, exclude: {seed: 1} | batch: no trial is left: all are excluded",
        "grid: {seed: [1]}, exclude: {seed: 2} | seed: the axis has no value '2'; it has 1",
        "grid: {seed: [1]}, exclude: {sead: 2} | sead: 'exclude' names no axis. Axes: seed",
        "grid: {loss: {all: elementwize}} | batch.grid.loss: unknown family 'elementwize'; did"
            + " you mean 'elementwise'?",
        "grid: {loss: {all: elementwise}} | batch.grid.loss: only activations are elementwise",
        "grid: {seed: {all: true}} | batch.grid.seed: no plugins are chosen here",
        "grid: {loss: {all: true, except: [msee]}} | batch.grid.loss.except: unknown loss 'msee';"
            + " did you mean 'mse'?",
        "grid: {seed: [1]}, compare: {metric: test} | batch.compare.metric: metric must be a split",
        "grid: {seed: [1]}, compare: {metric: test.acuracy} | batch.compare.metric: unknown metric",
        "grid: {seed: [1]}, compare: {axis: sed} | batch.compare.axis: there is no axis 'sed'",
        "grid: {loss: [mse]}, compare: {reference: mze} | batch.compare.reference: the axis loss"
            + " has no value 'mze'. It has mse",
        "grid: {loss: [mse]}, compare: {epoch: worst} | batch.compare.epoch: epoch must be best",
        "grid: {loss: [mse]}, compare: {rope: -1} | batch.compare.rope: rope must be a number",
        "grid: {seed: [1]}, tune: {} | batch.tune: there are no axes",
        "grid: {seed: [1]}, tune: {grid: {training.epochs: [1]}, metric: test.loss} |"
            + " batch.tune.metric: metric must be one of the validation rows",
        "grid: {loss: [mse]}, tune: {grid: {loss: [mse]}} | batch.tune.loss: the axis is given",
        "grid: {loss: [mse]}, tune: {grid: {seed: [1]}} | batch.tune.seed: seeds are no settings",
        "grid: {seed: [1]}, tune: {grid: {dataset: [moons, xor]}} | batch.tune.dataset: data and"
            + " split are no settings that can be tuned: the easiest rows would score best",
        "grid: {seed: [1]}, tune: {grid: {dataset.noise: [0, 1]}} | batch.tune.dataset.noise: data and",
        "grid: {seed: [1]}, tune: {grid: {dataset.split.test: [.1]}} | batch.tune.dataset.split.test: data",
        "grid: {seed: [1]}, tune: {zip: {dataset.standardize: [true]}} |"
            + " batch.tune.dataset.standardize: data and split",
        "grid: {seed: [1]}, tune: {list: [{name: a, dataset.standardize: true}]} |"
            + " batch.tune.variant: data and split",
        "grid: {seed: [1]}, tune: {list: [{name: a, seed: 3}]} | batch.tune.variant: seeds are",
        "grid: {seed: [1]}, tune: {grid: {loss: [mse, huber]}} | batch.tune.loss: validation.loss"
            + " of one loss cannot be compared with that of another",
        "grid: {loss: [mse]}, tune: {grid: {training.epochs: [a]}} | training.epochs: expected an"
            + " integer but was 'a' (first in tuning: training.epochs=a)",
      })
  void areLocatedAndNamed(String batch, String message) {
    assertThat(folder.problemsOfBatch("batch: {" + batch + "}"))
        .anySatisfy(
            problem -> assertThat(problem).startsWith("main.yaml:2:").contains(": " + message));
  }

  @Test
  void aConditionNamesAnAxisBeforeIt() {
    assertThat(
            folder.problemsOfBatch(
                "batch: {grid: {training.epochs: {values: [1], when: {loss: mse}}, loss: [mse]}}"))
        .containsExactly("main.yaml:2:54: loss: 'when' names no axis that stands before this one");
  }

  @Test
  void aBadValueIsReportedOnceWithItsFirstTrial() {
    assertThat(
            folder.problemsOfBatch(
                "batch: {grid: {optimizer.learning_rate: [1, fast], seed: {from: 1, count: 5000}}}"))
        .containsExactly(
            "main.yaml:2:45: optimizer.learning_rate: expected a number but was 'fast' (first in"
                + " trial 5001: optimizer.learning_rate=fast)");
  }

  @Test
  void badNumbersThatOneFormMakesAreOneMistake() {
    assertThat(
            folder.problemsOfBatch(
                "batch: {grid: {optimizer.learning_rate: {linear: [-1, 1], count: 101}}}"))
        .containsExactly(
            "main.yaml:2:41: optimizer.learning_rate: learning_rate must be positive but was"
                + " -1.0 (first in trial 1: optimizer.learning_rate=-1)");
  }

  @Test
  void mistakesBesideTheAxesAreReportedWithThoseOfTheAxes() {
    assertThat(
            folder.problemsOfBatch(
                "training.epochs: half\nbatch: {grid: {seed: [], loss: [msee]}}"))
        .containsExactly(
            "main.yaml:2:18: training.epochs: expected an integer but was 'half'",
            "main.yaml:3:22: batch.grid.seed: the axis has no values");
  }

  @Test
  void tooManyTrialsAreRefusedBeforeAValueIsMade() {
    String most = "{from: 1, count: 1000000}";
    assertThat(
            problemsWithin(
                20_000_000, "batch: {grid: {seed: " + most + ", loss: [mse, cross_entropy]}}"))
        .containsExactly(
            "main.yaml:2:8: batch: the axes make 2000000 trials, but at most 1000000 are possible;"
                + " take fewer values, or draw some with random");
    assertThat(
            problemsWithin(
                20_000_000,
                "batch: {grid: {seed.weights: %s, seed.data: %s, seed.split: %s, training.epochs: %s}}"
                    .formatted(most, most, most, most)))
        .singleElement(STRING)
        .contains("the axes make 9.223372036854776e18 trials");
  }

  @Test
  void tooManyAssignmentsAreRefusedBeforeAValueIsMade() {
    assertThat(
            problemsWithin(
                20_000_000,
                "batch: {grid: {seed: [1, 2]}, tune: {grid: {optimizer.learning_rate:"
                    + " {log: [1e-5, 1], count: 500000}, training.epochs: [1, 2, 3]}}}"))
        .containsExactly(
            "main.yaml:2:8: batch.tune: the axes make 1500000 candidates, but at most 1000000 are"
                + " possible; take fewer values, or draw some with random");
  }

  @Test
  void valuesAreCountedAsTheyAreRead() {
    assertThat(
            folder.problemsOfBatch(
                "batch: {zip: {training.epochs: {linear: [1, 1000], count: 1000}, seed: {from: 1,"
                    + " count: 1000}}, random: {samples: 1000, optimizer.learning_rate: {uniform:"
                    + " [0, 1]}}, list: [{model.hidden: [1]}, {model.hidden: [2]}], grid:"
                    + " {model.activation: {all: elementwise, except: [relu]}}}"))
        .singleElement(STRING)
        .contains("the axes make " + 1000 * 1000 * 2 * (elementwise() - 1) + " trials");
  }

  private static int elementwise() {
    return new FamilyValues(Plugins.builtIn(), new Problems())
        .of(
            new FamilyValues.All("elementwise", List.of()),
            Optional.of(Families.ACTIVATION),
            new Node.Scalar(Location.whole(""), "", true),
            "")
        .size();
  }

  /** The problems of a batch, for which so many bytes are enough. */
  private List<String> problemsWithin(long bytes, String batch) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    List<String> problems = folder.problemsOfBatch(batch);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(bytes);
    return problems;
  }
}
