package dev.kassei.plotting.run;

import dev.kassei.plotting.figure.Figure;
import dev.kassei.results.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All figures of a run. */
public final class RunFigures {
  static final String CURVES = "curves";
  static final String SURFACE = "surface";
  static final String DECISION_MAP = "decision_map";
  static final String PICTURE = "picture";
  static final String CONFUSION_MATRIX = "confusion_matrix";
  static final String RESIDUALS = "residuals";
  static final String ACTIVATIONS = "activations";
  static final String ACTIVATION_PARAMETERS = "activation_parameters";
  static final String LAYERS = "layers";
  static final String DEPTH = "depth";
  static final String HISTOGRAMS = "histograms";

  private RunFigures() {}

  /** The figures by the names of their files, without those that the run has no data for. */
  public static Map<String, Figure> of(Run run) {
    var figures = new LinkedHashMap<String, Figure>();
    new CurvesFigure(run.metrics()).figure().ifPresent(figure -> figures.put(CURVES, figure));
    PictureFigure.of(run)
        .ifPresentOrElse(
            picture -> figures.put(PICTURE, picture.figure()), () -> putSurfaces(run, figures));
    List<String> splits = List.copyOf(run.record().data().splits().keySet());
    if (run.record().data().target().isClasses()) {
      figures.put(CONFUSION_MATRIX, new ConfusionFigure(run).figure(splits));
    } else {
      figures.put(RESIDUALS, new ResidualsFigure(run).figure(splits));
    }
    run.activationCurves()
        .ifPresent(curves -> figures.put(ACTIVATIONS, new ActivationsFigure(curves).figure()));
    run.activationParameters()
        .flatMap(parameters -> new ActivationParametersFigure(parameters).figure())
        .ifPresent(figure -> figures.put(ACTIVATION_PARAMETERS, figure));
    run.layers()
        .map(LayersFigure::new)
        .ifPresent(
            layers -> {
              layers.overEpochs().ifPresent(figure -> figures.put(LAYERS, figure));
              layers.overDepth().ifPresent(figure -> figures.put(DEPTH, figure));
            });
    if (!run.histograms().isEmpty()) {
      figures.put(HISTOGRAMS, new HistogramsFigure(run.histograms()).figure());
    }
    return figures;
  }

  private static void putSurfaces(Run run, Map<String, Figure> figures) {
    run.surfaces()
        .ifPresent(
            surfaces -> {
              figures.put(SURFACE, new SurfaceFigures(run, surfaces).figure());
              figures.put(DECISION_MAP, new DecisionMap(run, surfaces).figure());
            });
  }
}
