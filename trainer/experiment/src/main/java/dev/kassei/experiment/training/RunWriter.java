package dev.kassei.experiment.training;

import dev.kassei.api.Epoch;
import dev.kassei.api.Precision;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.data.DataSplit;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.plugin.CopiedPlugins;
import dev.kassei.experiment.plugin.KasseiCode;
import dev.kassei.results.CopiedFiles;
import dev.kassei.results.RunFolder;
import dev.kassei.results.record.BestRecord;
import dev.kassei.results.record.DataRecord;
import dev.kassei.results.record.RunEnd;
import dev.kassei.results.record.RunRecord;
import dev.kassei.results.record.RunStatus;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.record.TimingRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes what came out of a run into its folder. */
public final class RunWriter {
  private final LoadedConfig config;
  private final SplitData data;
  private final String version;

  /** A writer for the runs of one experiment with this version of Kassei. */
  public RunWriter(LoadedConfig config, SplitData data, String version) {
    this.config = config;
    this.data = data;
    this.version = version;
  }

  /** Writes {@code config.yaml} and copies of the files it names, before training. */
  public void writeConfig(RunFolder folder) throws IOException {
    var files = new CopiedFiles(config.folder(), folder);
    folder.writeConfig(config.effective(files, new CopiedPlugins(config.folder(), files)));
  }

  /** Writes all files but {@code config.yaml}; returns what {@code run.json} says. */
  public RunRecord write(Outcome outcome, RunFolder folder) throws IOException {
    RunRecord record = record(outcome);
    writeMetrics(outcome, folder);
    folder.writeTimings(timings(outcome));
    folder.writePredictions(data.featureNames(), data.target(), predictions(outcome));
    writeWeights(outcome, folder);
    folder.writePreparation(data.preparation());
    if (data.standardizer().isPresent()) {
      folder.writeScales(data.standardizer().get().scales());
    }
    if (data.targetStandardizer().isPresent()) {
      folder.writeTargetScales(data.targetStandardizer().get().scales());
    }
    if (!outcome.layers().isEmpty()) {
      folder.writeLayers(outcome.layers());
    }
    writeForPlots(outcome, folder);
    folder.writeRun(record);
    return record;
  }

  /** Without an epoch there are no columns. */
  private void writeMetrics(Outcome outcome, RunFolder folder) throws IOException {
    boolean hasRates = outcome.learningRates().length > 0;
    List<Epoch> epochs = hasRates ? new RatedEpochs(outcome) : outcome.epochs();
    List<String> names = new ArrayList<>(outcome.epochs().names());
    if (hasRates) {
      names.add(Epoch.LEARNING_RATE);
    }
    folder.writeMetrics(epochs.isEmpty() ? List.of() : names, epochs);
    if (config.experiment().training().validateEvery().steps().isPresent()) {
      folder.writeValidations(outcome.validations());
    }
  }

  private void writeWeights(Outcome outcome, RunFolder folder) throws IOException {
    Precision precision = config.experiment().precision();
    folder.writeWeights(outcome.weights(precision));
    if (outcome.otherTensors().isEmpty()) {
      return;
    }
    if (outcome.best().filter(BestRecord::restored).isPresent()) {
      folder.writeLastWeights(outcome.otherWeights(precision));
    } else {
      folder.writeBestWeights(outcome.otherWeights(precision));
    }
  }

  private void writeForPlots(Outcome outcome, RunFolder folder) throws IOException {
    if (outcome.surfaces().isPresent()) {
      folder.writeSurfaces(outcome.surfaces().get(), config.experiment().precision());
    }
    if (!outcome.histograms().isEmpty()) {
      folder.writeHistograms(outcome.histograms());
    }
    if (!outcome.activationCurves().isEmpty()) {
      folder.writeActivationParameters(outcome.activationParameters());
      folder.writeActivationCurves(outcome.activationCurves());
    }
  }

  private static List<TimingRecord> timings(Outcome outcome) {
    return IntStream.range(0, outcome.epochs().size())
        .mapToObj(epoch -> new TimingRecord(epoch, outcome.epochSeconds()[epoch]))
        .toList();
  }

  private List<SplitPredictions> predictions(Outcome outcome) {
    return outcome.predictions().entrySet().stream()
        .map(
            entry -> {
              DataSplit part = data.splits().get(entry.getKey());
              return new SplitPredictions(
                  entry.getKey(), part.numbers(), part.originals(), entry.getValue());
            })
        .toList();
  }

  /** What {@code run.json} says. */
  public RunRecord record(Outcome outcome) throws IOException {
    ExperimentConfig experiment = config.experiment();
    return new RunRecord(
        experiment.name(),
        status(outcome.end()),
        outcome.failure().orElse(""),
        versions(),
        config.plugins().hashes(),
        experiment.precision(),
        new DataRecord(partSizes(), data.featureNames(), data.target(), data.fingerprint()),
        outcome.epochs().size(),
        outcome.steps(),
        outcome.end(),
        outcome.stopReason(),
        outcome.best(),
        outcome.metrics(),
        outcome.initialGains(),
        outcome.remarks(),
        outcome.digest(experiment.precision()));
  }

  private static RunStatus status(RunEnd end) {
    return switch (end) {
      case DIVERGENCE -> RunStatus.DIVERGED;
      case INTERRUPT -> RunStatus.INTERRUPTED;
      default -> RunStatus.COMPLETED;
    };
  }

  private Map<String, String> versions() {
    var versions = new LinkedHashMap<String, String>();
    versions.put("kassei", version);
    versions.put("kassei_code", KasseiCode.hash());
    versions.put("java", Runtime.version().toString());
    return versions;
  }

  private Map<String, Integer> partSizes() {
    var sizes = new LinkedHashMap<String, Integer>();
    data.splits().forEach((name, part) -> sizes.put(name, part.rows()));
    return sizes;
  }
}
