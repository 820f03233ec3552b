package dev.kassei.api.expr;

import dev.kassei.api.value.ContractException;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/** A network that cannot be built, and how far it was. */
@API(status = API.Status.STABLE, since = "0.1")
public final class LayerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final transient Expr input;

  /**
   * A network that cannot be built.
   *
   * @param path the layer that does not fit, such as {@code layers.3}
   * @param input what the layers before it return
   * @param message what was expected, what came and what to do
   */
  public LayerException(String path, Expr input, String message) {
    super(message);
    this.path = path;
    this.input = input;
  }

  private LayerException(String path, Expr input, IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
    this.path = path;
    this.input = input;
  }

  /** A layer's output; the innermost layer that refuses its input is named. */
  static Expr applied(UnaryOperator<Expr> layer, String path, Expr input) {
    try {
      return ContractException.returned(layer.apply(input), layer, "apply");
    } catch (LayerException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new LayerException(path, input, e);
    } catch (ArithmeticException e) {
      throw new LayerException(
          path,
          input,
          "the sizes of its matrices cannot be computed (%s); take smaller ones"
              .formatted(e.getMessage()));
    }
  }

  /** The layer that does not fit. */
  public String path() {
    return path;
  }

  /** What the layers before it return. */
  public Expr input() {
    return input;
  }
}
