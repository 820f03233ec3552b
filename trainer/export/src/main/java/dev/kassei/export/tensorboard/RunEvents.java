package dev.kassei.export.tensorboard;

import dev.kassei.api.Epoch;
import dev.kassei.export.settings.Settings;
import dev.kassei.export.tensorboard.Hyperparameters.End;
import dev.kassei.results.Run;
import dev.kassei.results.record.HistogramBin;
import dev.kassei.results.record.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the folder of a run says, as events. */
final class RunEvents {
  private static final String FINAL = "final.";

  private RunEvents() {}

  /** An event per epoch; cells without a number are left out. */
  static List<Event> epochs(Run run, Instant time) {
    var events = new ArrayList<Event>();
    List<String> columns = run.metrics().columns();
    double[] epochs = run.metrics().numbers("epoch");
    for (int row = 0; row < epochs.length; row++) {
      var scalars = new LinkedHashMap<String, Double>();
      List<String> cells = run.metrics().rows().get(row);
      for (int i = 1; i < columns.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          scalars.put(columns.get(i), Double.valueOf(cells.get(i)));
        }
      }
      events.add(Event.scalars(time, (long) epochs[row], scalars));
    }
    return events;
  }

  /** An event of an epoch that has just ended. */
  static Event epoch(Epoch epoch, Instant time) {
    return Event.scalars(time, epoch.epoch(), epoch.metrics());
  }

  /** The final metrics, histograms and hyperparameters, at the step after the last epoch. */
  static List<Event> result(Run run, Instant time) {
    int step = run.record().epochs();
    var events = new ArrayList<>(List.of(finals(run.record().metrics(), step, time)));
    histograms(run).forEach((tag, bins) -> events.add(Event.histogram(time, step, tag, bins)));
    events.addAll(Hyperparameters.events(time, step, Settings.of(run), end(run)));
    return events;
  }

  /** The metrics of a result. */
  static Event finals(Map<String, Double> metrics, int step, Instant time) {
    var scalars = new LinkedHashMap<String, Double>();
    metrics.forEach((name, value) -> scalars.put(FINAL + name, value));
    return Event.scalars(time, step, scalars);
  }

  private static Map<String, List<HistogramBin>> histograms(Run run) {
    var histograms = new LinkedHashMap<String, List<HistogramBin>>();
    for (HistogramBin bin : run.histograms()) {
      if (bin.lower() < bin.upper()) {
        String tag = bin.kind().toString().toLowerCase(Locale.ROOT) + "/" + bin.name();
        histograms.computeIfAbsent(tag, key -> new ArrayList<>()).add(bin);
      }
    }
    return histograms;
  }

  private static End end(Run run) {
    RunStatus status = run.record().status();
    if (status == RunStatus.COMPLETED) {
      return End.SUCCESS;
    }
    return status == RunStatus.DIVERGED ? End.FAILURE : End.UNKNOWN;
  }
}
