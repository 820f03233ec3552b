package dev.kassei.export.network;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.results.text.UserFixable;

/** A network that a format has no form of. */
public final class ExportException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;

  public ExportException(String message) {
    super(message);
  }

  /**
   * The refusal of an operation.
   *
   * @param place the path of its layer; empty for the network itself
   * @param format such as PyTorch
   */
  public static ExportException noForm(
      String place, Operation operation, Detail detail, String format) {
    String layer = place.isEmpty() ? "the network" : place;
    return new ExportException(
        detail instanceof Detail.Function
            ? "%s is a function of whole rows in plain Java, which has no form in %s; choose another activation"
                .formatted(layer, format)
            : "%s needs %s, which has no form in %s"
                .formatted(layer, operation.functionName(), format));
  }
}
