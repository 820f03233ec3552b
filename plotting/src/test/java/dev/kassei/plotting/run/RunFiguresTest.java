package dev.kassei.plotting.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.fixtures.RunSample;
import dev.kassei.plotting.Format;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.plotting.figure.Scale;
import dev.kassei.plotting.figure.Ticks;
import dev.kassei.results.Run;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Double2DArrayAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFiguresTest {
  @TempDir private Path path;

  private static Run read(RunSample folder) throws IOException {
    return Run.read(folder.path());
  }

  private static Axes2D plane(Map<String, Figure> figures, String name, int panel) {
    return (Axes2D) figures.get(name).panels().get(panel);
  }

  @Test
  void classesOverTwoInputsHaveFivePictures() throws IOException {
    assertThat(RunFigures.of(read(RunSample.ofClasses(path))).keySet())
        .containsExactly("curves", "surface", "decision_map", "confusion_matrix", "histograms");
  }

  private static final String LAYERS =
      """
      epochs,layer,units,input_mean,input_variance,mean,variance,dead_rate,saturation_rate,gradient_norm,parameter_gradient_norm
      0,hidden.0,4,0,1,0,2,,,0.5,0.1
      0,hidden.0.activation,4,0,2,1,1,0.25,0.5,0.5,
      0,output,1,1,1,0,1,,,0.25,0.2
      5,hidden.0,4,0,1,0,200,,,0.5,0.1
      5,hidden.0.activation,4,0,200,1,1,0.5,0.5,0.5,
      5,output,1,1,1,0,1,,,0.25,0.2
      """;

  @Test
  void aLayerAndItsTrainableActivationHaveTwoNames() throws IOException {
    String trainable = LAYERS.replace("0.5,0.5,\n", "0.5,0.5,0.3\n");
    RunSample folder = RunSample.ofNumbers(path).with("layers.csv", trainable);
    Map<String, Figure> figures = RunFigures.of(read(folder));
    assertThat(plane(figures, "layers", 0).artists())
        .extracting(Artist::label)
        .containsExactly("hidden.0");
    assertThat(plane(figures, "layers", 3).artists())
        .extracting(Artist::label)
        .containsExactly("hidden.0", "hidden.0.activation", "output");
  }

  @Test
  void layersAreDrawnOverEpochsAndOverDepth() throws IOException {
    RunSample folder = RunSample.ofNumbers(path).with("layers.csv", LAYERS);
    Map<String, Figure> figures = RunFigures.of(read(folder));
    assertThat(figures.keySet()).containsExactly("curves", "residuals", "layers", "depth");
    Axes2D variance = plane(figures, "layers", 0);
    assertThat(variance.y().scale()).isInstanceOf(Scale.Log.class);
    assertThat(variance.artists()).extracting(Artist::label).containsExactly("hidden.0");
    assertThat(variance.alternative())
        .isEqualTo("Variance of pre-activations by epochs, 1 layer: hidden.0 from 2.000 to 200.0.");
    assertThat(plane(figures, "layers", 3).artists())
        .extracting(Artist::label)
        .containsExactly("hidden.0", "output");
    assertThat(plane(figures, "depth", 3).artists())
        .extracting(Artist::label)
        .containsExactly("before training", "after 5 epochs");
    assertThat(plane(figures, "layers", 6).title()).isEqualTo("Dead units");
  }

  @Test
  void trainableActivationsHaveTheirShapesAndParametersDrawn() throws IOException {
    RunSample folder =
        RunSample.ofNumbers(path)
            .with(
                "activation_curves.csv",
                """
                layer,unit,x,initial,learned
                hidden.0.activation,0,-1,-0.25,-0.5
                hidden.0.activation,0,1,1,1
                hidden.1.activation,0,-1,0,1
                hidden.1.activation,0,1,0,2
                hidden.1.activation,3,-1,0,3
                hidden.1.activation,3,1,0,4
                """)
            .with(
                "activation_parameters.csv",
                """
                epochs,parameter,index,value
                0,hidden.0.activation.alpha,0,0.25
                1,hidden.0.activation.alpha,0,0.5
                0,hidden.1.activation.beta,0,1
                0,hidden.1.activation.beta,3,1
                1,hidden.1.activation.beta,0,2
                1,hidden.1.activation.beta,3,3
                """);
    Map<String, Figure> figures = RunFigures.of(read(folder));
    assertThat(figures.keySet())
        .containsExactly("curves", "residuals", "activations", "activation_parameters");
    assertThat(plane(figures, "activations", 0).artists())
        .extracting(Artist::label)
        .containsExactly("learned", "initial");
    assertThat(plane(figures, "activations", 1).artists())
        .extracting(Artist::label)
        .containsExactly("unit 0", "unit 3", "initial");
    Axes2D beta = plane(figures, "activation_parameters", 1);
    assertThat(beta.artists()).extracting(Artist::label).containsExactly("beta", "");
    assertThat(((Artist.Line) beta.artists().get(1)).y()).containsExactly(1, 3);
    assertThat(plane(figures, "activation_parameters", 0).alternative())
        .isEqualTo("Parameters of hidden.0.activation by epochs: alpha from 0.2500 to 0.5000.");
  }

  @Test
  void theNamesOfManyUnitsStandBesideTheirShapes() throws IOException {
    var curves = new StringBuilder("layer,unit,x,initial,learned\n");
    for (int unit = 0; unit < 8; unit++) {
      curves.append(
          "hidden.0.activation,%s,-1,0,1\nhidden.0.activation,%s,1,0,2\n".formatted(unit, unit));
    }
    curves.append("hidden.1.activation,0,-1,0,1\nhidden.1.activation,0,1,0,2\n");
    RunSample folder = RunSample.ofNumbers(path).with("activation_curves.csv", curves.toString());
    Map<String, Figure> figures = RunFigures.of(read(folder));
    assertThat(plane(figures, "activations", 0).legend()).isEqualTo(Legend.OUTSIDE);
    assertThat(plane(figures, "activations", 1).legend()).isEqualTo(Legend.BEST);
  }

  @Test
  void layersOfOneTimeAreDrawnOverDepthAlone() throws IOException {
    String first = LAYERS.substring(0, LAYERS.indexOf("5,hidden.0"));
    RunSample folder = RunSample.ofNumbers(path).with("layers.csv", first);
    Map<String, Figure> figures = RunFigures.of(read(folder));
    assertThat(figures.keySet()).containsExactly("curves", "residuals", "depth");
    assertThat(plane(figures, "depth", 3).artists()).hasSize(1);
  }

  @Test
  void numbersHaveResidualsInPlaceOfAConfusionMatrix() throws IOException {
    assertThat(RunFigures.of(read(RunSample.ofNumbers(path))).keySet())
        .containsExactly("curves", "residuals");
  }

  @Test
  void lossesOverTwoDecadesHaveALogarithmicAxis() throws IOException {
    Axes2D loss = plane(RunFigures.of(read(RunSample.ofClasses(path))), "curves", 0);
    assertThat(loss.y().scale()).isInstanceOf(Scale.Log.class);
    assertThat(loss.artists()).extracting(Artist::label).containsExactly("train (running)", "test");
    assertThat(loss.alternative())
        .isEqualTo(
            "Loss by epoch: train (running) from 1.500 to 0.01000; test from 2.000 to 0.5000.");
  }

  @Test
  void aSingleEpochIsAPoint() throws IOException {
    Axes2D loss = plane(RunFigures.of(read(RunSample.ofNumbers(path))), "curves", 0);
    assertThat(loss.artists()).singleElement().isInstanceOf(Artist.Points.class);
  }

  @Test
  void undecidedRowsHaveAColumnOfTheirOwn() throws IOException {
    Map<String, Figure> figures = RunFigures.of(read(RunSample.ofClasses(path)));
    Artist.HeatMap test = (Artist.HeatMap) plane(figures, "confusion_matrix", 1).artists().get(0);
    assertThat(test.values()).isDeepEqualTo(new double[][] {{0, 0, 0}, {0, 0, 1}});
    assertThat(plane(figures, "confusion_matrix", 0).alternative())
        .contains("2 of 3 rows are predicted right");
  }

  @Test
  void aClassThatTheRecordDoesNotKnowIsDamage() throws IOException {
    RunSample folder =
        RunSample.ofClasses(path)
            .with(RunFiles.PREDICTIONS, "row,part,target,predicted\n0,train,maybe,no\n");
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> RunFigures.of(read(folder)))
        .withMessageContaining("'maybe' is none of the classes");
  }

  @Test
  void theSurfaceHasTheArticlesWordsForInputsWithoutNames() throws IOException {
    Axes3D surface =
        (Axes3D) RunFigures.of(read(RunSample.ofClasses(path))).get("surface").panels().get(0);
    assertThat(surface.x().label()).isEqualTo("Input 1");
    assertThat(surface.y().label()).isEqualTo("width");
    assertThat(surface.surface().z()[1]).containsExactly(4, 5, Double.NaN);
    assertThat(surface.alternative()).contains("after 3 epochs", "between 1.000 and 5.000");
  }

  @Test
  void theDecisionMapShowsEachClassOfEachSplit() throws IOException {
    Axes2D map = plane(RunFigures.of(read(RunSample.ofClasses(path))), "decision_map", 0);
    List<Artist> points = map.artists().subList(1, map.artists().size());
    assertThat(points)
        .extracting(Artist::label)
        .containsExactly("no, train", "yes, train", "yes, test");
    assertThat(points)
        .extracting(artist -> ((Artist.Points) artist).hole() > 0)
        .containsExactly(false, false, true);
    assertThat(map.x().label()).isEqualTo("Input 1");
    assertThat(map.y().label()).isEqualTo("width");
  }

  @Test
  void oneSplitNeedsNoName() throws IOException {
    RunSample folder =
        RunSample.ofClasses(path)
            .with(RunFiles.RUN, RunSample.CLASSES.replace(", \"test\": 1", ""));
    assertThat(plane(RunFigures.of(read(folder)), "decision_map", 0).artists())
        .extracting(Artist::label)
        .containsExactly("", "no", "yes");
  }

  @Test
  void manyRowsAreDrawnByDensity() throws IOException {
    var rows = new StringBuilder("row,part,target.price,predicted.price\n");
    for (int i = 0; i < 6_000; i++) {
      rows.append("%s,%s,%s,%s\n".formatted(i, i < 5_500 ? "train" : "test", i % 10, i % 7));
    }
    RunSample folder = RunSample.ofNumbers(path).with(RunFiles.PREDICTIONS, rows.toString());
    Figure figure = RunFigures.of(read(folder)).get("residuals");
    assertThat(figure.panels())
        .extracting(Panel::title)
        .containsExactly(
            "Predicted price, train",
            "Residuals of price, train",
            "Predicted price, test",
            "Residuals of price, test");
    Axes2D train = (Axes2D) figure.panels().get(0);
    assertThat(train.x().label()).isEqualTo("Target price");
    assertThat(counted(train.artists().get(0))).isEqualTo(5_500);
    assertThat(((Axes2D) figure.panels().get(2)).artists().get(1))
        .isInstanceOf(Artist.Points.class);
  }

  private static double counted(Artist density) {
    return Arrays.stream(((Artist.HeatMap) density).values())
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .sum();
  }

  @Test
  void aMapOfManyRowsHasFewPointsAndTheirDensityBesideIt() throws IOException {
    var rows = new StringBuilder("row,part,feature.x1,feature.width,target,predicted,output\n");
    for (int i = 0; i < 20_000; i++) {
      rows.append("%s,%s,%s,1,no,no,0.1\n".formatted(i, i % 3 == 0 ? "test" : "train", i % 10));
    }
    RunSample folder = RunSample.ofClasses(path).with(RunFiles.PREDICTIONS, rows.toString());
    Figure figure = RunFigures.of(read(folder)).get("decision_map");
    assertThat(figure.panels())
        .extracting(Panel::title)
        .containsExactly("Decision Map", "Rows, train", "Rows, test");
    assertThat(((Axes2D) figure.panels().get(0)).artists().stream().skip(1))
        .extracting(artist -> ((Artist.Points) artist).x().length)
        .satisfies(
            counts -> assertThat(counts.stream().mapToInt(it -> it).sum()).isBetween(200, 300));
    assertThat(counted(((Axes2D) figure.panels().get(2)).artists().get(0))).isEqualTo(6_667);
  }

  @Test
  void aPictureIsDrawnBesideWhatWasFitted() throws IOException {
    RunSample folder = picture("1,train,1,1,0.5,0.4");
    Map<String, Figure> figures = RunFigures.of(read(folder));
    assertThat(figures.keySet()).containsExactly("curves", "picture", "residuals");
    values(plane(figures, "picture", 0)).isDeepEqualTo(new double[][] {{0.25, 1}, {0, 0.5}});
    values(plane(figures, "picture", 1)).isDeepEqualTo(new double[][] {{0.3, 2}, {-1, 0.4}});
    assertThat(plane(figures, "picture", 1).alternative())
        .isEqualTo("Fitted, grey: a picture of 2 × 2 pixels.");
  }

  @Test
  void pixelsWithAHoleAreNoPicture() throws IOException {
    assertThat(RunFigures.of(read(picture("1,train,-1,1,0.5,0.4"))).keySet())
        .containsExactly("curves", "surface", "decision_map", "residuals");
  }

  private RunSample picture(String pixel) {
    return RunSample.ofNumbers(path)
        .with(
            "run.json",
            RunSample.NUMBERS
                .replace("[\"price\"]", "[\"grey\"]")
                .replace("[\"x1\", \"width\"]", "[\"x\", \"y\"]"))
        .with(
            "predictions.csv",
            """
            row,part,feature.x,feature.y,target.grey,predicted.grey
            0,train,-1,1,0,-1
            %s
            2,train,-1,-1,0.25,0.3
            3,test,1,-1,1,2
            """
                .formatted(pixel))
        .withSurface(1, 2, 3, 4, 5, 6);
  }

  private static Double2DArrayAssert values(Axes2D panel) {
    return assertThat(((Artist.HeatMap) panel.artists().get(0)).values());
  }

  @Test
  void fewCountsHaveWholeTicks() throws IOException {
    Map<String, Figure> figures = RunFigures.of(read(RunSample.ofClasses(path)));
    Ticks.At ticks = (Ticks.At) plane(figures, "histograms", 0).y().ticks();
    assertThat(ticks.ticks()).extracting(Ticks.Tick::label).containsExactly("0", "1", "2", "3");
    assertThat(plane(figures, "histograms", 0).title()).isEqualTo("output.weight (2 not finite)");
    assertThat(plane(figures, "histograms", 1).y().ticks()).isEqualTo(Ticks.AUTOMATIC);
  }

  @Test
  void residualsAreDifferencesToTargets() throws IOException {
    Axes2D residuals = plane(RunFigures.of(read(RunSample.ofNumbers(path))), "residuals", 1);
    Artist.Points train = (Artist.Points) residuals.artists().get(1);
    assertThat(train.x()).containsExactly(1.5, 2);
    assertThat(train.y()).containsExactly(0.5, -1);
  }

  @Test
  void residualsWithoutAPlaceAreCounted() throws IOException {
    assertThat(residualsOf("1,1.5", "3,1e400", "2,NaN"))
        .isEqualTo(
            "Residuals of price over predicted values; the average of their sizes is 0.5000 over the"
                + " finite ones, 1 of 3; the others are not drawn.");
    assertThat(residualsOf("3,NaN")).endsWith("; none is finite, so none is drawn.");
    assertThat(residualsOf("3,4")).endsWith("; the average of their sizes is 1.000.");
  }

  private String residualsOf(String... rows) throws IOException {
    var file = new StringBuilder("row,part,target.price,predicted.price\n");
    for (int i = 0; i < rows.length; i++) {
      file.append(i).append(",train,").append(rows[i]).append('\n');
    }
    RunSample folder = RunSample.ofNumbers(path).with(RunFiles.PREDICTIONS, file.toString());
    return plane(RunFigures.of(read(folder)), "residuals", 1).alternative();
  }

  @Test
  void onlyAnAccuracyWithoutWinnersIsUndecided() throws IOException {
    String numbers = RunSample.NUMBERS.replace("\"train.accuracy\"", "\"train.r2\"");
    assertThat(page(RunSample.ofNumbers(path).with(RunFiles.RUN, numbers)))
        .contains(">–<")
        .doesNotContain("undecided");
    String diverged = RunSample.CLASSES.replace("\"completed\"", "\"diverged\"");
    assertThat(page(RunSample.ofClasses(path).with(RunFiles.RUN, diverged)))
        .contains("The run diverged")
        .doesNotContain(">undecided<");
  }

  private String page(RunSample folder) throws IOException {
    RunPictures.write(folder.path(), List.of());
    return Files.readString(path.resolve("report.html"));
  }

  @Test
  void picturesAreWrittenInEachFormatAndTheReportLast() throws IOException {
    RunSample folder = RunSample.ofClasses(path);
    List<Path> files = RunPictures.write(folder.path(), List.of(Format.PNG, Format.SVG));
    assertThat(files).hasSize(11).endsWith(path.resolve("report.html"));
    assertThat(Files.readString(path.resolve("report.html")))
        .contains("by-hand", "completed · 3 epochs, 6 steps", "kassei run config.yaml --out ..");
  }

  @Test
  void finalMetricsHaveFourSignificantDigitsPerSplit() throws IOException {
    RunSample folder =
        RunSample.ofClasses(path)
            .with(
                RunFiles.RUN,
                RunSample.CLASSES.replace("\"train.loss\": 0.5", "\"train.loss\": 0.0123456"));
    RunPictures.write(folder.path(), List.of());
    assertThat(Files.readString(path.resolve("report.html")))
        .contains(">Split<", ">0.01235<", ">undecided<")
        .doesNotContain(">Part<");
  }
}
