package dev.kassei.experiment.training;

import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gain;
import dev.kassei.api.expr.Traversal;
import dev.kassei.results.text.Rounded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** By which gains the first weights of a network are drawn, and why by these. */
public final class InitialGains {
  private InitialGains() {}

  /** A phrase for each tensor of weights whose rule has a gain, in the order of computation. */
  public static Map<String, String> of(Network network) {
    var gains = new LinkedHashMap<String, String>();
    for (Expr node : Traversal.operandsFirst(List.of(network.prediction()))) {
      if (node.detail() instanceof Detail.Parameter parameter) {
        parameter
            .initializer()
            .weightGain()
            .ifPresent(gain -> gains.putIfAbsent(parameter.name(), phrase(gain, parameter)));
      }
    }
    return gains;
  }

  private static String phrase(Gain gain, Detail.Parameter parameter) {
    String value = Rounded.PRINT.value(gain.value());
    return switch (gain.source()) {
      case PUBLISHED -> "%s, published for %s".formatted(value, activation(gain));
      case COMPUTED -> "%s, computed from the formula of %s".formatted(value, activation(gain));
      case ASSUMED ->
          gain.activation().isPresent()
              ? "%s, since none is known for %s".formatted(value, activation(gain))
              : "%s, since no activation follows".formatted(value);
      case FIXED -> "%s, that of %s".formatted(value, name(parameter));
    };
  }

  private static String activation(Gain gain) {
    return gain.activation().orElse("what follows");
  }

  private static String name(Detail.Parameter parameter) {
    PluginName named = parameter.initializer().getClass().getAnnotation(PluginName.class);
    return named == null ? parameter.initializer().getClass().getSimpleName() : named.value();
  }
}
