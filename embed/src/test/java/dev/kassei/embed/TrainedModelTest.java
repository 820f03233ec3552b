package dev.kassei.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedModelTest {
  private static final double[][] X = {{0, 0.1}, {0, 1.3}, {1.7, 0}, {1, 1}};

  @TempDir private Path temporary;

  private static ExperimentBuilder builder() {
    return Experiment.builder()
        .standardize()
        .model("mlp", Map.of("hidden", List.of(8), "activation", "tanh"))
        .optimizer("adam", Map.of("learning_rate", 0.05))
        .set("training.batch_size", "all")
        .epochs(200);
  }

  private static TrainedModel classifier() {
    return Kassei.train(
        builder().data(X, new String[] {"no", "yes", "yes", "no"}).loss("cross_entropy").build());
  }

  private static TrainedModel regression() {
    return Kassei.train(
        builder()
            .data(X, new double[][] {{10, 1}, {20, 2}, {30, 3}, {40, 5}})
            .set("dataset.target.standardize", true)
            .loss("mse")
            .build());
  }

  @Test
  void aModelPredictsAndIsTheSameFromItsFolder() throws IOException {
    TrainedModel model = classifier();
    Path folder = temporary.resolve("runs").resolve("model");

    model.save(folder);
    TrainedModel loaded = TrainedModel.load(folder);

    assertThat(loaded.predict(X)).isDeepEqualTo(model.predict(X));
    assertThat(loaded.digest()).isEqualTo(model.digest());
    assertThat(loaded.metrics()).isEqualTo(model.metrics());
    assertThat(cells(loaded.history())).isEqualTo(cells(model.history()));
    assertThat(model.classes()).containsExactly("no", "yes");
    assertThat(model.features()).containsExactly("x1", "x2");
    assertThat(model.predict(X)[1]).hasSize(2);
    assertThat(Arrays.stream(model.predict(X)[1]).sum()).isEqualTo(1, within(1e-6));
    assertThat(model.classify(X)).containsExactly(no(), yes(), yes(), no());
    assertThat(model.configuration()).contains("type: arrays");
    assertThat(predictedFile(folder)).isEqualTo(written(model.predict(X)));
  }

  private static List<List<String>> cells(Table table) {
    return table.columns().stream().map(table::texts).toList();
  }

  private static Optional<String> yes() {
    return Optional.of("yes");
  }

  private static Optional<String> no() {
    return Optional.of("no");
  }

  /** The last columns of {@code predictions.csv}, in the order of the rows. */
  private static List<String> predictedFile(Path folder) throws IOException {
    Table table = Table.read(folder.resolve("predictions.csv"));
    List<String> columns =
        table.columns().subList(table.columns().size() - 2, table.columns().size());
    return IntStream.range(0, table.rows())
        .mapToObj(
            row -> columns.stream().map(column -> table.text(row, column)).toList().toString())
        .toList();
  }

  private static List<String> written(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).mapToObj(Table::cell).toList().toString())
        .toList();
  }

  @Test
  void aFolderOfArraysRunsAgain() {
    TrainedModel model = classifier();
    Path folder = temporary.resolve("model");

    model.save(folder);

    assertThat(folder.resolve("arrays.csv"))
        .hasContent("x1,x2,y\n0,0.1,no\n0,1.3,yes\n1.7,0,yes\n1,1,no");
    assertThat(Kassei.train(folder.resolve("config.yaml")).digest()).isEqualTo(model.digest());
  }

  @Test
  void numbersArePredictedInTheUnitOfTheTargets() {
    TrainedModel model = regression();
    Path folder = temporary.resolve("model");

    model.save(folder);

    assertThat(model.predict(X)[3][0]).isGreaterThan(25);
    assertThat(TrainedModel.load(folder).predict(X)).isDeepEqualTo(model.predict(X));
    assertThat(Kassei.train(folder.resolve("config.yaml")).digest()).isEqualTo(model.digest());
    assertThatThrownBy(() -> model.classify(X))
        .hasMessage("the model predicts numbers and no classes; use predict");
  }

  @Test
  void aModelIsMeasuredAsItsRunWas() {
    String[] names = {"no", "yes", "yes", "no"};
    TrainedModel model =
        Kassei.train(
            builder()
                .data(X, names)
                .loss("cross_entropy")
                .set("training.class_weights", Map.of("yes", 3))
                .set("metrics", List.of("accuracy", "roc_auc"))
                .build());

    Map<String, Double> measured = model.evaluate(X, names);

    assertThat(measured).hasSize(3);
    measured.forEach(
        (name, value) -> assertThat(value).isEqualTo(model.metrics().get("train." + name)));
    Map<String, Double> ofOne = model.evaluate(new double[][] {{0, 0}}, new String[] {"no"});
    assertThat(ofOne.get("roc_auc")).isNaN();
    assertThatThrownBy(() -> model.evaluate(X, new String[] {"no", "yes", "maybe", "no"}))
        .isInstanceOf(KasseiException.class)
        .hasMessage(
            "targets[2] is 'maybe', which is no class of the model; expected one of no, yes");
    assertThatThrownBy(() -> model.evaluate(X, new double[] {0, 1, 1, 0}))
        .isInstanceOf(KasseiException.class)
        .hasMessageStartingWith("the model predicts classes; give their names as String[]");
    assertThatThrownBy(() -> model.evaluate(X, new String[] {"no"}))
        .isInstanceOf(KasseiException.class)
        .hasMessageEndingWith("but there are 4 rows and 1 targets");
  }

  @Test
  void aRegressionIsMeasuredInTheUnitOfTheTargets() {
    double[][] y = {{10, 1}, {20, 2}, {30, 3}, {40, 5}};
    TrainedModel model = regression();
    TrainedModel one =
        Kassei.train(builder().data(X, new double[] {1, 2, 3, 4}).loss("mse").build());

    model
        .evaluate(X, y)
        .forEach(
            (name, value) -> assertThat(value).isEqualTo(model.metrics().get("train." + name)));
    assertThat(one.evaluate(X, new double[] {1, 2, 3, 4}).get("loss"))
        .isEqualTo(one.metrics().get("train.loss"));
    assertThatThrownBy(() -> model.evaluate(X, new int[] {1, 2, 3, 4}))
        .isInstanceOf(KasseiException.class)
        .hasMessage("the model predicts numbers; give targets as double[]");
    assertThatThrownBy(() -> model.evaluate(X, new double[] {1, 2, 3, 4}))
        .hasMessage("targets[0] must have 2 numbers, y1, y2, but has 1");
    assertThatThrownBy(() -> one.evaluate(X, new double[] {1, 2, 3, Double.NaN}))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining("targets[3][0] is NaN");
  }

  @Test
  void aLoadedModelIsSavedElsewhere() {
    Path first = temporary.resolve("first");
    Path second = temporary.resolve("deep").resolve("er").resolve("second");
    regression().save(first);

    TrainedModel.load(first).save(second);

    assertThat(TrainedModel.load(second).predict(X))
        .isDeepEqualTo(TrainedModel.load(first).predict(X));
    assertThat(Kassei.train(second.resolve("config.yaml")).digest())
        .isEqualTo(TrainedModel.load(first).digest());
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("model"));

    assertThatThrownBy(() -> classifier().save(folder))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining("is there already; a model is saved in a new folder");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    TrainedModel model = classifier();

    assertThatThrownBy(() -> model.predict(new double[][] {{1, 2}, {3}}))
        .isInstanceOf(KasseiException.class)
        .hasMessage("rows[1] must have 2 numbers, x1, x2, but has 1");
    assertThatThrownBy(() -> model.predict(new double[][] {{1, Double.POSITIVE_INFINITY}}))
        .hasMessage("rows[0][1] (x2) is Infinity; expected a finite number");
    assertThatThrownBy(() -> model.predict(new double[][] {{1e308, 1}}))
        .isInstanceOf(KasseiException.class)
        .hasMessage(
            "rows[0][0] (x1) is 1.0E308; expected a number that, scaled as in training, is within"
                + " the range of float32");
    assertThat(model.predict(new double[0][])).isEmpty();
    assertThatThrownBy(() -> TrainedModel.load(temporary)).isInstanceOf(KasseiException.class);
  }

  @Test
  void categoriesThatTheTrainingDataDidNotHaveAreRefused() throws IOException {
    Path csv = temporary.resolve("rows.csv");
    Files.writeString(csv, "size,colour,y\n0,red,1\n1,green,2\n2,red,3\n2,green,5\n");
    String config =
        """
        dataset: {type: csv, path: %s, label: y, %s: [colour]}
        model: {type: mlp, hidden: [2], activation: tanh}
        loss: mse
        optimizer: sgd
        training: {epochs: 1}
        """;
    TrainedModel oneHot = Kassei.train(config.formatted(csv, "categorical"));
    TrainedModel ordinal = Kassei.train(config.formatted(csv, "ordinal"));

    assertThat(oneHot.predict(new double[][] {{1, 0, 1}})).hasDimensions(1, 1);
    assertThat(ordinal.predict(new double[][] {{1, 1}})).hasDimensions(1, 1);
    for (double[] row : List.of(new double[] {1, 5, 0}, new double[] {1, 0, 0})) {
      assertThatThrownBy(() -> oneHot.predict(new double[][] {row}))
          .isInstanceOf(KasseiException.class)
          .hasMessageContaining("for the column 'colour'; expected 1 for its category and 0");
    }
    for (double category : new double[] {9, -1, 0.5}) {
      assertThatThrownBy(() -> ordinal.predict(new double[][] {{1, 0}, {1, category}}))
          .isInstanceOf(KasseiException.class)
          .hasMessage(
              "rows[1] has [%s] for the column 'colour'; expected the number of a category, 0 to 1"
                  .formatted(category));
    }
  }

  @Test
  void aLongHistoryIsShownShortened() {
    String shown = classifier().history().toString();

    assertThat(shown.lines()).hasSize(22).anyMatch(line -> line.equals("… 180 more rows"));
    assertThat(shown).contains("\n0 ", "\n199 ");
  }

  @Test
  void aGapIsRefusedSinceTrainingHadNone() {
    TrainedModel model = classifier();

    assertThatThrownBy(() -> model.predict(new double[][] {{Double.NaN, 1}}))
        .isInstanceOf(KasseiException.class)
        .hasMessage("rows[0][0] (x1) is NaN; expected a finite number");
  }

  @Test
  void aPluginOfTheProgramIsGivenToLoad() {
    Path folder = temporary.resolve("model");
    Session session = Kassei.with(new TallTanh(2));
    TrainedModel model =
        session.train(
            builder()
                .data(X, new int[] {0, 1, 1, 0})
                .set("model.activation", "tall_tanh")
                .loss("binary_cross_entropy")
                .build());
    model.save(folder);

    assertThat(session.load(folder).predict(X)).isDeepEqualTo(model.predict(X));
    assertThatThrownBy(() -> TrainedModel.load(folder))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining("unknown activation 'tall_tanh'");
  }
}
