package dev.kassei.batch.analysis;

import dev.kassei.batch.statistics.BayesianSignedRank;
import dev.kassei.batch.statistics.Cliques;
import dev.kassei.batch.statistics.Comparison;
import dev.kassei.batch.statistics.Friedman;
import dev.kassei.batch.statistics.ManyDatasets;
import dev.kassei.batch.statistics.PairwiseWilcoxon;
import dev.kassei.results.record.AcrossRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The comparison of methods over data sets, as a record. */
final class AcrossAnalysis {
  private final List<String> datasets;
  private final ManyDatasets result;
  private final List<String> names;

  AcrossAnalysis(List<String> datasets, ManyDatasets result) {
    this.datasets = datasets;
    this.result = result;
    this.names = result.comparison().names();
  }

  AcrossRecord record() {
    Friedman friedman = result.friedman();
    return new AcrossRecord(
        datasets,
        new AcrossRecord.Friedman(
            friedman.chiSquared(),
            friedman.tieCorrectedChiSquared(),
            friedman.tieCorrectedP(),
            friedman.f(),
            friedman.p(),
            result.friedmanP()),
        Cliques.order(friedman.meanRanks()).stream().map(this::method).toList(),
        result.pairwise().pairs().stream().map(this::pair).toList(),
        result.cliques().stream().map(clique -> clique.stream().map(names::get).toList()).toList(),
        result.criticalDifference());
  }

  private AcrossRecord.Method method(int number) {
    Comparison comparison = result.comparison();
    Optional<AcrossRecord.Bayesian> bayesian =
        number == comparison.reference()
            ? Optional.empty()
            : Optional.of(bayesian(result.bayesian().get(number)));
    return new AcrossRecord.Method(
        names.get(number),
        result.friedman().meanRanks()[number],
        Arrays.stream(result.centers()).map(each -> each[number]).toList(),
        result.interquartileMeans().isEmpty()
            ? Optional.empty()
            : Optional.of(estimate(result.interquartileMeans().get(number))),
        bayesian);
  }

  private static AcrossRecord.Bayesian bayesian(BayesianSignedRank test) {
    return new AcrossRecord.Bayesian(test.worse(), test.equivalent(), test.better());
  }

  private static AcrossRecord.Estimate estimate(ManyDatasets.Estimate estimate) {
    return new AcrossRecord.Estimate(
        estimate.value(), estimate.interval().lower(), estimate.interval().upper());
  }

  private AcrossRecord.Pair pair(PairwiseWilcoxon.Pair pair) {
    return new AcrossRecord.Pair(
        names.get(pair.first()),
        names.get(pair.second()),
        pair.wins(),
        pair.ties(),
        pair.losses(),
        pair.wilcoxon().p(),
        result.holmP(pair.first(), pair.second()),
        result.nemenyiP(pair.first(), pair.second()),
        result.differ(pair.first(), pair.second()));
  }
}
