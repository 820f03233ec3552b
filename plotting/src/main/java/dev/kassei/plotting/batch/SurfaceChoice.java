package dev.kassei.plotting.batch;

import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Surface;
import dev.kassei.plotting.run.InputLabels;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.SettingRecord;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The learned surfaces that are drawn: a row per method, its first trials from left to right. */
final class SurfaceChoice {
  private static final int MAX_METHODS = 6;
  private static final int MAX_TRIALS = 4;
  private static final List<String> UNKNOWN = List.of("x1", "x2");

  private final Batch batch;
  private final SettingRecord setting;
  private final List<String> methods;
  private int columns = 1;
  private String title = "";

  SurfaceChoice(Batch batch, SettingRecord setting, List<String> methods) {
    this.batch = batch;
    this.setting = setting;
    this.methods = methods;
  }

  /** How many trials stand side by side. */
  int columns() {
    return columns;
  }

  /** Which data set they were learned on, where there are several. */
  String title() {
    return title;
  }

  /** What a trial learned, and what it is called. */
  private record Found(String title, SurfacesRecord surfaces) {}

  /** Those of the first data set that has any. */
  List<LearnedSurface> surfaces() throws IOException {
    for (DatasetRecord dataset : setting.datasets()) {
      List<Trial> trials = batch.trialsOf(setting, dataset);
      List<List<Found>> rows = new ArrayList<>();
      for (String method : methods.stream().limit(MAX_METHODS).toList()) {
        List<Found> row = row(method, trials);
        if (!row.isEmpty()) {
          rows.add(row);
        }
      }
      if (!rows.isEmpty()) {
        int shortest = rows.stream().mapToInt(List::size).min().orElseThrow();
        columns = shortest;
        title = setting.datasets().size() > 1 ? "Learned on " + dataset.name() : "";
        List<String> inputs = InputLabels.of(batch.features(trials).orElse(UNKNOWN));
        return rows.stream()
            .flatMap(row -> row.stream().limit(shortest))
            .map(found -> learned(found, inputs))
            .toList();
      }
    }
    return List.of();
  }

  private List<Found> row(String method, List<Trial> trials) throws IOException {
    String axis = batch.record().compared().axis();
    List<Found> row = new ArrayList<>();
    for (Trial trial : trials) {
      if (row.size() < MAX_TRIALS && trial.name(axis, methods).equals(Optional.of(method))) {
        batch
            .surfaces(trial)
            .map(surfaces -> new Found(title(method, trial), surfaces))
            .ifPresent(row::add);
      }
    }
    return row;
  }

  private String title(String method, Trial trial) {
    return batch.record().compared().isAlone()
        ? repetition(trial)
        : method + ", " + repetition(trial);
  }

  /** Such as {@code seed 3}; the number of the trial where it has no seed. */
  private static String repetition(Trial trial) {
    return trial.axes().entrySet().stream()
        .filter(axis -> axis.getKey().startsWith("seed"))
        .findFirst()
        .map(axis -> "seed " + axis.getValue())
        .orElse("trial " + trial.number());
  }

  /** The first output as it was at the end. */
  private static LearnedSurface learned(Found found, List<String> inputs) {
    SurfacesRecord surfaces = found.surfaces();
    List<SurfaceRecord> outputs =
        surfaces.surfaces().stream()
            .filter(surface -> !surface.column().equals(SplitPredictions.PREDICTED))
            .toList();
    SurfaceRecord first = outputs.get(0);
    SurfaceRecord last =
        outputs.stream()
            .filter(surface -> surface.column().equals(first.column()))
            .reduce(first, (earlier, later) -> later);
    var surface =
        new Surface(
            surfaces.x1(),
            surfaces.x2(),
            rows(last.values(), surfaces.x2().length),
            ColorMap.PLASMA);
    return new LearnedSurface(found.title(), inputs.get(0), inputs.get(1), "Output", surface);
  }

  private static double[][] rows(double[] values, int count) {
    int width = values.length / count;
    double[][] rows = new double[count][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * width, (i + 1) * width));
    return rows;
  }
}
