package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Epoch;
import dev.kassei.api.ImageShape;
import dev.kassei.api.Precision;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.json.JsonObject;
import dev.kassei.results.record.BestRecord;
import dev.kassei.results.record.DataRecord;
import dev.kassei.results.record.FeatureScale;
import dev.kassei.results.record.FileColumn;
import dev.kassei.results.record.HistogramBin;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.RunEnd;
import dev.kassei.results.record.RunFiles;
import dev.kassei.results.record.RunRecord;
import dev.kassei.results.record.RunStatus;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import dev.kassei.results.record.TargetColumn;
import dev.kassei.results.record.TextFormat;
import dev.kassei.results.record.TimingRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final Target FRUIT = new Target(List.of("kind"), List.of("fig", "a \"b\", c"));

  @TempDir Path temporary;

  @Test
  void eachRunHasAFolderOfItsOwn() {
    Path runs = temporary.resolve("some/runs");
    assertThat(RunFolder.create(runs, "xor").path()).isEqualTo(runs.resolve("xor")).isDirectory();
    assertThat(RunFolder.create(runs, "xor").path()).isEqualTo(runs.resolve("xor-2"));
    assertThat(RunFolder.create(runs, "xor").path()).isEqualTo(runs.resolve("xor-3"));
  }

  @Test
  void aFileInTheWayIsNotOverwritten() throws IOException {
    Files.writeString(temporary.resolve("xor"), "mine");
    assertThat(RunFolder.create(temporary, "xor").path()).isEqualTo(temporary.resolve("xor-2"));
    assertThat(temporary.resolve("xor")).hasContent("mine");
  }

  @Test
  void whereNothingCanBeWrittenIsSaidBeforeTraining() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunFolder.create(file, "xor"))
        .withMessage(
            "cannot write results to '%s': '%s' is a file, not a folder;"
                + " choose another folder with --out",
            file, file);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunFolder.create(file.resolve("runs"), "xor"))
        .withMessageContaining("cannot write results to");
  }

  @Test
  void copiesOfFilesDoNotTakeTheNamesOfResults() throws IOException {
    Path weights = Files.writeString(temporary.resolve("weights.safetensors"), "mine");
    RunFolder folder = RunFolder.create(temporary, "r");
    String copy = new CopiedFiles(temporary, folder).apply("weights.safetensors");
    assertThat(copy).isEqualTo("2-weights.safetensors");
    assertThat(folder.file(copy)).hasSameTextualContentAs(weights);
  }

  @Test
  void metricsHaveALineAnEpoch() throws IOException {
    var first = new LinkedHashMap<String, Double>();
    first.put("train.running_loss", 0.25);
    first.put("validation.accuracy", Double.NaN);
    var second = new LinkedHashMap<String, Double>();
    second.put("train.running_loss", 1e-7);
    second.put("validation.loss", 3.0);
    RunFolder folder = RunFolder.create(temporary, "r");
    folder.writeMetrics(
        List.of("train.running_loss", "validation.accuracy", "validation.loss"),
        List.of(new Epoch(0, first), new Epoch(1, second)));
    assertThat(content(folder, "metrics.csv"))
        .isEqualTo(
            "epoch,train.running_loss,validation.accuracy,validation.loss\n0,0.25,NaN,\n1,1e-7,,3\n");
  }

  @Test
  void timingsHaveAFileOfTheirOwn() throws IOException {
    RunFolder folder = RunFolder.create(temporary, "r");
    folder.writeTimings(List.of(new TimingRecord(0, 0.5), new TimingRecord(1, 0.25)));
    assertThat(content(folder, "timings.csv")).isEqualTo("epoch,seconds\n0,0.5\n1,0.25\n");
  }

  @Test
  void predictedClassesHaveTheirNames() throws IOException {
    RunFolder folder = RunFolder.create(temporary, "r");
    var train = new Predictions(FRUIT, 2, new double[] {0.25, 0.75, 0.5, 0.5}, new double[] {0, 1});
    var test = new Predictions(FRUIT, 2, new double[] {1, 0}, new double[] {0});
    folder.writePredictions(
        List.of("x1", "x2"),
        FRUIT,
        List.of(
            new SplitPredictions("train", new int[] {0, 2}, new double[] {1, 2, 3, 4}, train),
            new SplitPredictions("test", new int[] {1}, new double[] {5, 6}, test)));
    assertThat(content(folder, "predictions.csv"))
        .isEqualTo(
            """
            row,part,feature.x1,feature.x2,target,predicted,output.fig,"output.a ""b"", c"
            0,train,1,2,fig,"a ""b"", c",0.25,0.75
            2,train,3,4,"a ""b"", c",,0.5,0.5
            1,test,5,6,fig,fig,1,0
            """);
  }

  @Test
  void oneOutputIsTheProbabilityOfTheSecondClass() throws IOException {
    RunFolder folder = RunFolder.create(temporary, "r");
    var target = new Target(List.of("y"), List.of("0", "1"));
    var predictions = new Predictions(target, 1, new double[] {0.9}, new double[] {0});
    folder.writePredictions(
        Collections.nCopies(17, "x"),
        target,
        List.of(new SplitPredictions("train", new int[] {0}, new double[17], predictions)));
    assertThat(content(folder, "predictions.csv"))
        .isEqualTo("row,part,target,predicted,output\n0,train,0,1,0.9\n");
  }

  @Test
  void predictedNumbersStandBesideTheirTargets() throws IOException {
    RunFolder folder = RunFolder.create(temporary, "r");
    var target = new Target(List.of("a", "b"), List.of());
    var predictions = new Predictions(target, 2, new double[] {1, 2}, new double[] {3, 4});
    folder.writePredictions(
        List.of("x"),
        target,
        List.of(new SplitPredictions("train", new int[] {7}, new double[] {0.1}, predictions)));
    assertThat(content(folder, "predictions.csv"))
        .isEqualTo(
            "row,part,feature.x,target.a,target.b,predicted.a,predicted.b\n7,train,0.1,3,4,1,2\n");
  }

  @Test
  void scalesHaveALineAFeature() throws IOException {
    RunFolder folder = RunFolder.create(temporary, "r");
    folder.writeScales(List.of(new FeatureScale("a, b", 0.5, 2), new FeatureScale("c", -1, 1)));
    assertThat(content(folder, RunFiles.STANDARDIZE))
        .isEqualTo("feature,mean,deviation\n\"a, b\",0.5,2\nc,-1,1\n");
  }

  @Test
  void histogramsHaveALineABin() throws IOException {
    RunFolder folder = RunFolder.create(temporary, "r");
    folder.writeHistograms(
        List.of(
            new HistogramBin(HistogramBin.Kind.WEIGHT, "output.weight", -0.5, 0.5, 3),
            new HistogramBin(HistogramBin.Kind.ACTIVATION, "output", Double.NaN, Double.NaN, 1)));
    assertThat(content(folder, RunFiles.HISTOGRAMS))
        .isEqualTo(
            """
            kind,name,lower,upper,count
            weight,output.weight,-0.5,0.5,3
            activation,output,NaN,NaN,1
            """);
  }

  @Test
  void surfacesHaveARowForEachValueOfTheSecondFeature() throws IOException {
    RunFolder folder = RunFolder.create(temporary, "r");
    var surface = new SurfaceRecord(100, "output.a.b", new double[] {1, 2, 3, 4, 5, Double.NaN});
    folder.writeSurfaces(
        new SurfacesRecord(new double[] {0.1, 0.2, 0.3}, new double[] {7, 8}, List.of(surface)),
        Precision.FLOAT32);
    Map<String, Tensor> tensors = Safetensors.read(folder.file(RunFiles.SURFACES));

    assertThat(tensors).containsOnlyKeys("x1", "x2", "epoch.0000100.output.a.b");
    assertThat(tensors.get("x1").values()).containsExactly(0.1, 0.2, 0.3);
    Tensor read = tensors.get("epoch.0000100.output.a.b");
    assertThat(read.shape()).containsExactly(2, 3);
    assertThat(read.precision()).isEqualTo(Precision.FLOAT32);
    SurfaceRecord again = SurfaceRecord.of(read.name(), read.values());
    assertThat(again.epoch()).isEqualTo(100);
    assertThat(again.column()).isEqualTo("output.a.b");
    assertThat(again.values()).containsExactly(surface.values());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurfaceRecord.of("hidden.0.weight", new double[0]))
        .withMessage(
            "the tensor 'hidden.0.weight' is no surface: expected a name such as"
                + " 'epoch.0000100.output'");
  }

  @Test
  void theRunIsDescribedInJson() throws IOException {
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("train.loss", 0.1);
    metrics.put("train.accuracy", Double.NaN);
    RunFolder folder = RunFolder.create(temporary, "r");
    folder.writeRun(run(RunStatus.DIVERGED, "the loss is \"NaN\" in step 3", metrics));
    assertThat(content(folder, "run.json"))
        .isEqualTo(
            """
            {
              "format" : 1,
              "name" : "実験",
              "status" : "diverged",
              "failure" : "the loss is \\"NaN\\" in step 3",
              "epochs" : 2,
              "steps" : 20,
              "ended_by" : "early_stopping",
              "best" : {
                "monitor" : "validation.loss",
                "epoch" : 1,
                "restored" : true
              },
              "metrics" : {
                "train.loss" : 0.1,
                "train.accuracy" : "NaN"
              },
              "remarks" : [ "class 'pear' is 3 % of the 300 test rows: recall 0.12" ],
              "digest" : "abc",
              "precision" : "float64",
              "data" : {
                "parts" : {
                  "train" : 3
                },
                "features" : [ "x1", "x2" ],
                "targets" : [ "kind" ],
                "classes" : [ "fig", "a \\"b\\", c" ],
                "fingerprint" : "def"
              },
              "initial_gains" : {
                "w" : "1.414, published for relu"
              },
              "versions" : {
                "kassei" : "0.1.0"
              },
              "plugins" : {
                "mine.jar" : "cafe"
              }
            }
            """);
  }

  @Test
  void aRunThatEndedWellHasNoFailure() throws IOException {
    RunFolder folder = RunFolder.create(temporary, "r");
    folder.writeRun(run(RunStatus.COMPLETED, "", Map.of()));
    assertThat(content(folder, "run.json"))
        .contains("\"status\" : \"completed\"")
        .doesNotContain("failure");
  }

  @Test
  void aFileIsWholeOrNotThere() throws IOException {
    Path file = Files.writeString(temporary.resolve("metrics.csv"), "former");
    assertThatIOException()
        .isThrownBy(
            () ->
                WholeFile.text(
                    file,
                    out -> {
                      out.write("half");
                      throw new IOException("disk full");
                    }))
        .withMessage(file + ": disk full");
    assertThat(file).hasContent("former");
    WholeFile.text(file, out -> out.write("後"));
    assertThat(file).hasContent("後");
    try (var files = Files.list(temporary)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void weightsAndConfigurationAreWritten() throws IOException {
    RunFolder folder = RunFolder.create(temporary, "r");
    var tensor = new Tensor("w", Precision.FLOAT32, List.of(1), new double[] {2});
    folder.writeWeights(List.of(tensor));
    folder.writeConfig("format: 1\n");
    assertThat(Safetensors.read(folder.file("weights.safetensors")).get("w").values())
        .containsExactly(2);
    assertThat(content(folder, "config.yaml")).isEqualTo("format: 1\n");
  }

  @Test
  void whyAListenerEndedTheTrainingIsReadAsItWasWritten() throws IOException {
    RunFolder folder = RunFolder.create(temporary, "r");
    folder.writeRun(
        run(RunStatus.COMPLETED, "", Map.of(), RunEnd.LISTENER, Optional.of("all is \"well\"")));
    assertThat(content(folder, "run.json"))
        .contains("\"ended_by\" : \"listener\"", "\"stop_reason\" : \"all is \\\"well\\\"\"");
    assertThat(RunJson.record(JsonObject.read(folder.file("run.json"))).ending())
        .startsWith("A listener ended the training at step 20, after 2 epochs: all is \"well\". ");
  }

  private static RunRecord run(RunStatus status, String failure, Map<String, Double> metrics) {
    return run(status, failure, metrics, RunEnd.EARLY_STOPPING, Optional.empty());
  }

  private static RunRecord run(
      RunStatus status,
      String failure,
      Map<String, Double> metrics,
      RunEnd end,
      Optional<String> stopReason) {
    var data = new DataRecord(Map.of("train", 3), List.of("x1", "x2"), FRUIT, "def");
    return new RunRecord(
        "実験",
        status,
        failure,
        Map.of("kassei", "0.1.0"),
        Map.of("mine.jar", "cafe"),
        Precision.FLOAT64,
        data,
        2,
        20,
        end,
        stopReason,
        Optional.of(new BestRecord("validation.loss", 1, true)),
        metrics,
        Map.of("w", "1.414, published for relu"),
        List.of("class 'pear' is 3 % of the 300 test rows: recall 0.12"),
        "abc");
  }

  private static String content(RunFolder folder, String name) throws IOException {
    return Files.readString(folder.file(name));
  }

  @Test
  void aPreparationIsReadAsItWasWritten() throws IOException {
    var numbers =
        new InputColumns(
            InputColumns.Kind.NUMBER,
            List.of("age", "a \"b\""),
            Optional.of(List.of(3, 1)),
            List.of(),
            Optional.empty(),
            Optional.of(List.of(0.1, -0.0)),
            Optional.of(List.of(Double.MIN_VALUE, 1.0)));
    var category =
        new InputColumns(
            InputColumns.Kind.ONE_HOT,
            List.of("kind"),
            Optional.empty(),
            List.of("fig", ""),
            Optional.empty(),
            Optional.of(List.of(0.25, 0.75)),
            Optional.of(List.of(2.0, 3.0)));
    var preparation =
        new Preparation(
            List.of(numbers, category),
            Optional.of(new ImageShape(2, 1, 2)),
            List.of(new TargetColumn("y", Optional.of(2), Optional.empty(), Optional.empty())),
            List.of("no", "yes"),
            Optional.of(List.of(1.0, 3.0)),
            Optional.of(new FileColumn("w", 5)),
            TextFormat.PLAIN);
    RunFolder folder = RunFolder.create(temporary, "xor");
    folder.writePreparation(preparation);
    assertThat(folder.preparation()).isEqualTo(preparation);
    assertThat(preparation.featureNames()).containsExactly("age", "a \"b\"", "kind=fig", "kind=");
    assertThat(preparation.width()).isEqualTo(4);
  }

  @Test
  void aKilledRunIsToBeContinued() throws IOException {
    RunFolder folder = RunFolder.create(temporary, "xor");
    folder.writeConfig("dataset: xor\n");
    Files.createDirectory(folder.file("checkpoint"));
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(folder::record)
        .withMessage(
            "the run in '%s' has not ended; continue it with: kassei run %s",
            folder.path(), folder.path());
  }

  @Test
  void aRunWithoutAPreparationIsToBeRunAgain() {
    RunFolder folder = RunFolder.create(temporary, "xor");
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(folder::preparation)
        .withMessageContaining("preparation.json")
        .withMessageEndingWith("kassei run " + folder.file("config.yaml"));
  }
}
